# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:inspect"
# ///
"""A signature knows names, kinds and defaults, and binds arguments by the rules of a real call."""

import inspect

import ferry

for name, function in inspect.getmembers(ferry, inspect.isfunction):
    if name.startswith("_"):
        continue
    signature = inspect.signature(function)
    print(f"{name}{signature}")
    print(" ", inspect.getdoc(function).splitlines()[0])
    needed = [each.name for each in signature.parameters.values() if each.default is each.empty]
    print("  must be given:", ", ".join(needed))

signature = inspect.signature(ferry.book)
call = signature.bind("Ada", window=True)
call.apply_defaults()
values = ", ".join(f"{name}={value!r}" for name, value in call.arguments.items())
print("book('Ada', window=True) would mean", values)
try:
    signature.bind(seats=2)
except TypeError as error:
    print("book(seats=2) is wrong:", error)

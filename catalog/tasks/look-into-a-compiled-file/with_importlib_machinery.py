# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:importlib.machinery"
# ///
"""The loader for compiled files checks the header and gives the code object, without running it."""

import py_compile
from importlib.machinery import SourcelessFileLoader
from types import CodeType

py_compile.compile("ferry.py", cfile="ferry.pyc")
code = SourcelessFileLoader("ferry", "ferry.pyc").get_code("ferry")
print("compiled from", code.co_filename)
for part in code.co_consts:
    if isinstance(part, CodeType):
        takes = ", ".join(part.co_varnames[: part.co_argcount])
        print(f"{part.co_name}, from line {part.co_firstlineno}, takes {takes}")

names = {}
exec(code, names)
print("price of 3 seats:", 3 * names["PRICE"])

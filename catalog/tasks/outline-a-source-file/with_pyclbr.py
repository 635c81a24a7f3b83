# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pyclbr"
# ///
"""The file is read, not run, so it does not matter what its import would do or ask for."""

import pyclbr

for name, found in pyclbr.readmodule_ex("orchard", ["."]).items():
    if found.module != "orchard":  # a base class of another module
        continue
    if isinstance(found, pyclbr.Class):
        bases = ", ".join(getattr(base, "name", base) for base in found.super)
        print(found.lineno, f"class {name}({bases})" if bases else f"class {name}")
    else:
        print(found.lineno, "function", name)
    for child in found.children.values():
        print(f"{child.lineno}   {child.name}")

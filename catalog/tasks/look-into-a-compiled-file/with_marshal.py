# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:marshal"
# ///
"""Behind sixteen bytes of header the file is one code object, whose constants hold the functions."""

import marshal
import py_compile
from pathlib import Path
from types import CodeType

py_compile.compile("ferry.py", cfile="ferry.pyc")
code = marshal.loads(Path("ferry.pyc").read_bytes()[16:])
print("compiled from", code.co_filename)
for part in code.co_consts:
    if isinstance(part, CodeType):
        takes = ", ".join(part.co_varnames[: part.co_argcount])
        print(f"{part.co_name}, from line {part.co_firstlineno}, takes {takes}")

names = {}
exec(code, names)
print("price of 3 seats:", 3 * names["PRICE"])

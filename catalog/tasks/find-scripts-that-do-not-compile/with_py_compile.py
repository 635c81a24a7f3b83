# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:py_compile"
# ///
"""Compiling is all that Python does before it runs a file, and with doraise a fault is an exception."""

import py_compile
from pathlib import Path

for script in sorted(Path("hooks").iterdir()):
    try:
        py_compile.compile(str(script), cfile="compiled.pyc", doraise=True)
        print(f"{script.name}: compiles")
    except py_compile.PyCompileError as error:
        print(f"{script.name}: {error.exc_type_name} in line {error.exc_value.lineno}")

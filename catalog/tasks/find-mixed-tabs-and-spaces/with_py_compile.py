# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:py_compile"
# ///
"""Python itself refuses such a file with TabError, and compiling it is enough to learn the line."""

import py_compile
from pathlib import Path

for script in sorted(Path("hooks").iterdir()):
    try:
        py_compile.compile(str(script), cfile="compiled.pyc", doraise=True)
        print(f"{script.name}: fine")
    except py_compile.PyCompileError as error:
        if error.exc_type_name != "TabError":
            raise
        print(f"{script.name}: line {error.exc_value.lineno} mixes tabs and spaces")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:compileall"
# ///
"""compile_file only compiles, and what is good lies ready in __pycache__ for a quick start."""

import shutil
import sys
from compileall import compile_file
from pathlib import Path

shutil.unpack_archive("handed-in.zip", "programs")
programs = sorted(Path("programs").glob("*.py"))
for program in programs:
    good = compile_file(program, quiet=2)
    print(f"{program}: {'good' if good else 'syntax error'}")

bad = len(programs) - len(list(Path("programs/__pycache__").glob("*.pyc")))
print(f"{bad} of {len(programs)} programs would not start")
sys.exit(bad > 0)

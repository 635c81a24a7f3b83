# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""Path.cwd gives the folder as a path; contextlib.chdir goes back when its block is left."""

from contextlib import chdir
from pathlib import Path

with chdir("/"):
    print(Path.cwd())
    with chdir("home"):
        print(Path.cwd())

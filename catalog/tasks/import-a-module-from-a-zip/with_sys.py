# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""An archive on the search path is as good as a folder, for modules and for their data."""

import sys
from importlib.resources import files

sys.path.insert(0, "chandler.zip")

import depth

print(f"120 feet are {depth.fathoms(120)} fathoms")
print("ropes:", files("stock").joinpath("ropes.txt").read_text(encoding="utf-8").strip())

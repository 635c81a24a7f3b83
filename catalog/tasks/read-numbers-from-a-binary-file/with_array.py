# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:array"
# ///
"""frombytes() copies the file as it is: two bytes a number, and no object for each until asked."""

import sys
from array import array
from pathlib import Path

levels = array("h")  # signed, 16 bits
levels.frombytes(Path("levels.bin").read_bytes())
if sys.byteorder == "little":  # the file is big-endian
    levels.byteswap()

print(f"{len(levels)} levels in {len(levels) * levels.itemsize} bytes")
print("cm:", levels.tolist())
print("lowest", min(levels), "cm")
print("above 4 m:", sum(level > 400 for level in levels))

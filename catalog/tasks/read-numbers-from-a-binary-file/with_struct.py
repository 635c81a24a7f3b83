# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:struct"
# ///
"""The format names the byte order, so the same line is right on every machine."""

import struct
from pathlib import Path

data = Path("levels.bin").read_bytes()
levels = [level for (level,) in struct.iter_unpack(">h", data)]  # big-endian, signed, 16 bits

print(f"{len(levels)} levels in {len(data)} bytes")
print("cm:", levels)
print("lowest", min(levels), "cm")
print("above 4 m:", sum(level > 400 for level in levels))

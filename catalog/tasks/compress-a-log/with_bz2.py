# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:bz2"
# ///
"""bzip2 takes its time and in return makes long texts smaller than gzip does."""

import bz2
from pathlib import Path

log, packed = Path("pump.log"), Path("pump.log.bz2")
with bz2.open(packed, "wt", encoding="utf-8", newline="") as file:
    file.write(log.read_text(encoding="utf-8"))

before, after = log.stat().st_size, packed.stat().st_size
print(f"pump.log: {before} bytes")
print("compressed:", "less than a fifth" if after < before / 5 else f"{after} bytes")
with bz2.open(packed, "rt", encoding="utf-8") as file:
    print("readings of pump 2:", sum(" pump 2 " in line for line in file))

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:gzip"
# ///
"""What every system can unpack, and what web servers and log rotation write."""

import gzip
from pathlib import Path

log, packed = Path("pump.log"), Path("pump.log.gz")
with gzip.open(packed, "wt", encoding="utf-8", newline="") as file:
    file.write(log.read_text(encoding="utf-8"))

before, after = log.stat().st_size, packed.stat().st_size
print(f"pump.log: {before} bytes")
print("compressed:", "less than a fifth" if after < before / 5 else f"{after} bytes")
with gzip.open(packed, "rt", encoding="utf-8") as file:
    print("readings of pump 2:", sum(" pump 2 " in line for line in file))

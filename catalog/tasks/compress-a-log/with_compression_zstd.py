# /// script
# requires-python = ">=3.14"
# [tool.toolcrib]
# module = "std:compression.zstd"
# ///
"""zstd.open is open for .zst files, and reading them is fast whatever the level was."""

from compression import zstd
from pathlib import Path

log, packed = Path("pump.log"), Path("pump.log.zst")
with zstd.open(packed, "wt", encoding="utf-8", newline="") as file:
    file.write(log.read_text(encoding="utf-8"))

before, after = log.stat().st_size, packed.stat().st_size
print(f"pump.log: {before} bytes")
print("compressed:", "less than a fifth" if after < before / 5 else f"{after} bytes")
with zstd.open(packed, "rt", encoding="utf-8") as file:
    print("readings of pump 2:", sum(" pump 2 " in line for line in file))

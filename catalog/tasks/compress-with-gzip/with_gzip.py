# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:gzip"
# ///
"""gzip.open is open for compressed files: "rt" and "wt" for text, "rb" and "wb" for bytes."""

import gzip
import subprocess
from pathlib import Path

log = Path("pump.log").read_bytes()

with gzip.open("pump.log.gz", "wt", encoding="utf-8", newline="") as file:
    file.write(log.decode())
with gzip.open("pump.log.gz", "rt", encoding="utf-8") as file:
    *_, last = file
print("last line:", last.rstrip())

packed = gzip.compress(log)
size = "less" if len(packed) < len(gzip.decompress(packed)) / 5 else "more"
print(f"{len(log)} bytes became {size} than a fifth")
Path("bytes.gz").write_bytes(packed)

for name in "pump.log.gz", "bytes.gz":
    run = subprocess.run(["gzip", "--decompress", "--stdout", name], capture_output=True)
    same = "the same bytes" if run.stdout == log else "something else"
    print(f"{name} unpacked by the gzip program: {same}")

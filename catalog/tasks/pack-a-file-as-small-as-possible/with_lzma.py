# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:lzma"
# ///
"""An .xz file opens like any other, holds a checksum, and is smaller than what gzip makes."""

import lzma
from pathlib import Path

log = Path("gauge.log").read_bytes()
print("gauge.log:", len(log), "bytes")
with lzma.open("gauge.log.xz", "wb", preset=9) as file:
    file.write(log)
packed = Path("gauge.log.xz").read_bytes()
print("packed to less than a tenth:", "yes" if len(packed) < len(log) / 10 else "no")

with lzma.open("gauge.log.xz", "rt", encoding="utf-8") as file:
    lines = file.read().splitlines()
print(len(lines), "lines come out again, the last is", lines[-1])
try:
    lzma.decompress(packed[:-20])
except lzma.LZMAError:
    print("cut short: refused")

# /// script
# requires-python = ">=3.14"
# [tool.toolcrib]
# module = "std:compression"
# ///
"""All methods have compress() and decompress(), so one loop tries them on one's own data."""

import os
from compression import bz2, gzip, lzma, zlib, zstd
from pathlib import Path

log = Path("pump.log").read_bytes()
noise = os.urandom(len(log))  # as pictures and films look, which are compressed already
print(f"{len(log)} bytes of text, and {len(noise)} bytes without any pattern")


def size(packed, data):
    if len(packed) >= len(data):
        return "no smaller"
    return "less than a fifth" if len(packed) < len(data) / 5 else "a little smaller"


changed = 0
for method in bz2, gzip, lzma, zlib, zstd:
    sizes = [size(method.compress(data), data) for data in (log, noise)]
    print(f"{method.__name__.rpartition('.')[2]}: {', '.join(sizes)}")
    changed += method.decompress(method.compress(log)) != log
print("all came back as they were" if not changed else f"{changed} came back changed")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:linecache"
# ///
"""The file is read once and kept, so lines can be asked for in any order; numbers begin with 1."""

import linecache

for number in 2, 5, 9:
    line = linecache.getline("harbour.conf", number)
    print(f"line {number}:", line.rstrip("\n") or "there is none")

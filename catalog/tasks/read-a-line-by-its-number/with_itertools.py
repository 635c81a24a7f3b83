# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:itertools"
# ///
"""islice reads up to the line and no further, so the file may be of any size."""

from itertools import islice

for number in 2, 5, 9:
    with open("harbour.conf", encoding="utf-8") as file:
        line = next(islice(file, number - 1, None), "")
    print(f"line {number}:", line.rstrip("\n") or "there is none")

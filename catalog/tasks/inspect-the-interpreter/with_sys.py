# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""sys is compiled into the interpreter, so it can tell and set what no other module knows."""

import sys

print("this Python is", "3.9 or newer" if sys.version_info >= (3, 9) else "too old")
print("byte order:", sys.byteorder)

limit = sys.getrecursionlimit()
sys.setrecursionlimit(5000)
print(f"recursion limit: {limit}, then {sys.getrecursionlimit()}")

clocks = ["Harbour", "Town hall", "Mill"]
count = sys.getrefcount(clocks)
tour, restored = clocks, {"in 2026": clocks}
print("references to the list:", sys.getrefcount(clocks) - count, "more")

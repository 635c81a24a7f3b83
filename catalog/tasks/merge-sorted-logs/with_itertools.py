# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:itertools"
# ///
"""chain puts the files behind one another, and sorted puts all of it in order, in memory."""

from itertools import chain

with open("lock.log", encoding="utf-8") as lock, open("bridge.log", encoding="utf-8") as bridge:
    for line in sorted(chain(lock, bridge)):
        print(line, end="")

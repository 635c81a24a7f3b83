# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:heapq"
# ///
"""merge takes a line from whichever file has the earliest, and holds no more than one of each."""

import heapq

with open("lock.log", encoding="utf-8") as lock, open("bridge.log", encoding="utf-8") as bridge:
    for line in heapq.merge(lock, bridge):
        print(line, end="")

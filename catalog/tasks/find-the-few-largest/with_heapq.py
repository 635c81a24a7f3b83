# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:heapq"
# ///
"""nlargest goes through the items once and remembers only the best, instead of sorting them all."""

import csv
import heapq

with open("rivers.csv", encoding="utf-8", newline="") as file:
    rivers = {row["river"]: int(row["km"]) for row in csv.DictReader(file)}

longest = heapq.nlargest(3, rivers, key=rivers.get)
shortest = heapq.nsmallest(2, rivers, key=rivers.get)
print("longest:", ", ".join(f"{river} {rivers[river]} km" for river in longest))
print("shortest:", ", ".join(f"{river} {rivers[river]} km" for river in shortest))

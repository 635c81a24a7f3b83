# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:bisect"
# ///
"""insort finds the place in a few steps, however long the list; nothing is sorted again."""

from bisect import insort

ranking = []
with open("finish.txt", encoding="utf-8") as file:
    for boat, time in map(str.split, file):
        entry = (float(time), boat)
        insort(ranking, entry)
        print(f"{boat} is number {ranking.index(entry) + 1} of {len(ranking)}")
print("in the end:", ", ".join(boat for _, boat in ranking))

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:collections"
# ///
"""A Counter holds any figures by name, and most_common puts them in order."""

import csv
from collections import Counter

with open("rivers.csv", encoding="utf-8", newline="") as file:
    rivers = Counter({row["river"]: int(row["km"]) for row in csv.DictReader(file)})

print("longest:", ", ".join(f"{river} {km} km" for river, km in rivers.most_common(3)))
shortest = reversed(rivers.most_common()[-2:])
print("shortest:", ", ".join(f"{river} {km} km" for river, km in shortest))

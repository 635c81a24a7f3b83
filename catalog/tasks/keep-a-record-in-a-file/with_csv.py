# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:csv"
# ///
"""A row that spreadsheets open; all its cells come back as text, so numbers have to be made."""

import csv

record = {"name": "Alice", "age": 30}
with open("records.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, fieldnames=record)
    writer.writeheader()
    writer.writerow(record)

with open("records.csv", newline="", encoding="utf-8") as file:
    loaded = next(csv.DictReader(file))
loaded["age"] = int(loaded["age"])
print(loaded)
print("next year:", loaded["age"] + 1)

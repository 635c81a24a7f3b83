# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:json"
# ///
"""Text that every language reads; numbers, lists and null come back as what they were."""

import json

record = {"name": "Alice", "age": 30}
with open("record.json", "w", encoding="utf-8") as file:
    json.dump(record, file)

with open("record.json", encoding="utf-8") as file:
    loaded = json.load(file)
print(loaded)
print("next year:", loaded["age"] + 1)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:shelve"
# ///
"""One file for many records, each pickled under its key and read without the others."""

import shelve

record = {"name": "Alice", "age": 30}
with shelve.open("records") as records:
    records["alice"] = record

with shelve.open("records", flag="r") as records:
    loaded = records["alice"]
print(loaded)
print("next year:", loaded["age"] + 1)

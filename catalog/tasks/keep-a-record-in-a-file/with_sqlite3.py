# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:sqlite3"
# ///
"""A table that can be searched, and a write that happens whole or not at all."""

import sqlite3
from contextlib import closing

record = {"name": "Alice", "age": 30}
with closing(sqlite3.connect("records.db")) as db, db:
    db.execute("CREATE TABLE record (name TEXT PRIMARY KEY, age INTEGER)")
    db.execute("INSERT INTO record VALUES (:name, :age)", record)

with closing(sqlite3.connect("records.db")) as db:
    db.row_factory = sqlite3.Row
    loaded = dict(db.execute("SELECT name, age FROM record").fetchone())
print(loaded)
print("next year:", loaded["age"] + 1)

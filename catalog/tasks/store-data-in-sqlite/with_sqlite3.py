# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sqlite3"
# ///
"""The connection as a context manager commits a whole transaction, or rolls it back."""

import sqlite3
from contextlib import closing

STOCK = [("drill", 5), ("ladder", 3), ("saw", 8)]
ORDER = [(2, "drill"), (4, "ladder")]

with closing(sqlite3.connect("shop.db")) as db:
    with db:
        db.execute(
            "CREATE TABLE stock (item TEXT PRIMARY KEY, pieces INTEGER,"
            " CONSTRAINT enough_in_stock CHECK (pieces >= 0))"
        )
        db.executemany("INSERT INTO stock VALUES (?, ?)", STOCK)
    try:
        with db:
            db.executemany("UPDATE stock SET pieces = pieces - ? WHERE item = ?", ORDER)
    except sqlite3.IntegrityError as error:
        print(f"order rolled back: {error}")

with closing(sqlite3.connect("shop.db")) as db:
    for item, pieces in db.execute("SELECT item, pieces FROM stock ORDER BY pieces DESC"):
        print(f"{item}: {pieces}")

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sqlite3"
# ///
"""Text and values go to the database apart, which never reads a value as a part of the query."""

import sqlite3

SEAT_OF = "SELECT seat FROM guests WHERE name = ? AND evening = ?"

database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE guests (name, evening, seat)")
database.execute("INSERT INTO guests VALUES ('O''Brien', 'Friday', 7)")

print(SEAT_OF)
for name in "O'Brien", "x' OR 1=1 --":
    values = [name, "Friday"]
    row = database.execute(SEAT_OF, values).fetchone()
    print(values, "->", row[0] if row else "no seat")

# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.toolcrib]
# module = "std:string.templatelib"
# ///
"""A template keeps text and values apart, so values become parameters and nobody can forget it."""

import sqlite3
from string.templatelib import Interpolation, Template


def select(query: Template):
    text = "".join("?" if isinstance(part, Interpolation) else part for part in query)
    return text, list(query.values)


def seat_of(name, evening):
    # What t"SELECT seat FROM guests WHERE name = {name} AND evening = {evening}" stands for.
    return Template(
        "SELECT seat FROM guests WHERE name = ",
        Interpolation(name, "name"),
        " AND evening = ",
        Interpolation(evening, "evening"),
    )


database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE guests (name, evening, seat)")
database.execute("INSERT INTO guests VALUES ('O''Brien', 'Friday', 7)")

print(select(seat_of("", ""))[0])
for name in "O'Brien", "x' OR 1=1 --":
    text, values = select(seat_of(name, "Friday"))
    row = database.execute(text, values).fetchone()
    print(values, "->", row[0] if row else "no seat")

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sqlite3"
# ///
"""SQL says what is wanted of joined tables, and SQLite does it in memory, without an installation."""

import csv
import sqlite3
from contextlib import closing

SALES = """
    SELECT city, coalesce(kind, 'other') AS kind, coalesce(quantity, 1) * price AS amount
    FROM orders JOIN items USING (item)
"""

with closing(sqlite3.connect(":memory:")) as database:
    database.execute('CREATE TABLE orders ("order" INTEGER, city, item, quantity INTEGER)')
    database.execute("CREATE TABLE items (item PRIMARY KEY, kind, price REAL)")
    for table, places in ("orders", "?, ?, ?, nullif(?, '')"), ("items", "?, nullif(?, ''), ?"):
        with open(f"{table}.csv", encoding="utf-8", newline="") as file:
            _, *rows = csv.reader(file)
        database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    print(f"mean amount of an order\n{'city':>6}{'amount':>8}")
    for row in database.execute(f"SELECT city, avg(amount) FROM ({SALES}) GROUP BY city"):
        print("{:>6}{:>8}".format(*row))

    print(f"sales of each kind\n{'city':>6}{'drink':>7}{'other':>7}")
    kinds = "sum(amount) FILTER (WHERE kind = 'drink'), sum(amount) FILTER (WHERE kind = 'other')"
    for row in database.execute(f"SELECT city, {kinds} FROM ({SALES}) GROUP BY city"):
        print("{:>6}{:>7}{:>7}".format(*row))

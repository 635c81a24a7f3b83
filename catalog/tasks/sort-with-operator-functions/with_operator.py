# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:operator"
# ///
"""A getter says in one word what to sort by, and is faster than a lambda that does the same."""

import csv
from datetime import date
from functools import reduce
from operator import add, attrgetter, itemgetter, methodcaller

with open("loans.csv", newline="", encoding="utf-8") as file:
    loans = [row | {"days": int(row["days"])} for row in csv.DictReader(file)]
print(reduce(add, map(itemgetter("days"), loans)), "days in all")

longest = sorted(loans, key=itemgetter("days", "title"), reverse=True)
print(", ".join(f"{loan['days']} {loan['title']}" for loan in longest))

dates = [date.fromisoformat(loan["due"]) for loan in loans]
by_day = sorted(dates, key=attrgetter("day"))
print("by day of the month:", ", ".join(f"{due:%m-%d}" for due in by_day))

titles = map(itemgetter("title"), loans)
print(", ".join(sorted(titles, key=methodcaller("removeprefix", "The "))))

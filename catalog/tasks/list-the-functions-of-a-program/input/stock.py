"""The stock of a café."""

import csv
from pathlib import Path


def load(path):
    """Return the stock as a dictionary."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return {row["item"]: int(row["count"]) for row in csv.DictReader(file)}


def order(stock, item, count=1):
    stock[item] = stock.get(item, 0) + count


class Shelf:
    """A place for goods."""

    def put(self, item):
        self.item = item

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:typing"
# ///
"""get_type_hints gives the types themselves, where the class may have them as texts only."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_type_hints


@dataclass
class Crossing:
    ship: str
    leaves: date
    seats: int
    price: Decimal


READ = {date: date.fromisoformat}  # other types take a text themselves

hints = get_type_hints(Crossing)
with open("crossings.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        values = {name: READ.get(hints[name], hints[name])(text) for name, text in row.items()}
        crossing = Crossing(**values)
        full = crossing.seats * crossing.price
        print(f"{crossing.ship}, {crossing.leaves:%d %B}: {full} when all seats are sold")

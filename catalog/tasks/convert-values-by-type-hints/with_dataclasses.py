# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:dataclasses"
# ///
"""fields gives each hint as it stands; types that are written as texts remain texts here."""

import csv
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal


@dataclass
class Crossing:
    ship: str
    leaves: date
    seats: int
    price: Decimal


READ = {date: date.fromisoformat}  # other types take a text themselves

with open("crossings.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        values = [READ.get(field.type, field.type)(row[field.name]) for field in fields(Crossing)]
        crossing = Crossing(*values)
        full = crossing.seats * crossing.price
        print(f"{crossing.ship}, {crossing.leaves:%d %B}: {full} when all seats are sold")

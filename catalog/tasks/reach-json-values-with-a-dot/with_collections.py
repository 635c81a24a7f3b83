# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:collections"
# ///
"""Named tuples made on the way cannot be changed, and unpack like any tuple."""

import json
from collections import namedtuple


def as_tuple(found: dict) -> tuple:
    return namedtuple("namespace", found)(**found)


with open("station.json", encoding="utf-8") as file:
    station = json.load(file, object_hook=as_tuple)

name, height = station.place
print(f"{name}, {height} m")
warmest = max(station.readings, key=lambda reading: reading.celsius)
print(f"warmest at {warmest.hour}:00, {warmest.celsius} °C")
print(warmest)

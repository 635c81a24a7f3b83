# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:types"
# ///
"""object_hook sees every object of the JSON, inner ones first, and may return something better."""

import json
from types import SimpleNamespace

with open("station.json", encoding="utf-8") as file:
    station = json.load(file, object_hook=lambda found: SimpleNamespace(**found))

print(f"{station.place.name}, {station.place.height} m")
warmest = max(station.readings, key=lambda reading: reading.celsius)
print(f"warmest at {warmest.hour}:00, {warmest.celsius} °C")
print(warmest)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:shelve"
# ///
"""A shelf pickles its values, so numbers come back as numbers."""

import shelve
from pathlib import Path

for day in "monday", "tuesday":
    with shelve.open("visits") as visits:  # as two runs of the program would
        for page in Path(f"{day}.txt").read_text(encoding="utf-8").split():
            visits[page] = visits.get(page, 0) + 1
        counts = [f"{page} {count}" for page, count in sorted(visits.items())]
    print(f"after {day}: {', '.join(counts)}")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:dbm"
# ///
"""open() takes the best format that this Python has; texts go in, bytes come out."""

import dbm
from pathlib import Path

for day in "monday", "tuesday":
    with dbm.open("visits", "c") as visits:  # as two runs of the program would
        for page in Path(f"{day}.txt").read_text(encoding="utf-8").split():
            visits[page] = str(int(visits.get(page, b"0")) + 1)
        counts = [f"{page.decode()} {int(visits[page])}" for page in sorted(visits.keys())]
    print(f"after {day}: {', '.join(counts)}")

# /// script
# requires-python = ">=3.13"
# [tool.toolcrib]
# module = "std:dbm.sqlite3"
# ///
"""Used like every dbm, but the file is one of SQLite, which is everywhere."""

import dbm.sqlite3
from pathlib import Path

for day in "monday", "tuesday":
    with dbm.sqlite3.open("visits.db", "c") as visits:  # as two runs of the program would
        for page in Path(f"{day}.txt").read_text(encoding="utf-8").split():
            visits[page] = str(int(visits.get(page, b"0")) + 1)
        counts = [f"{page.decode()} {int(visits[page])}" for page in sorted(visits)]
    print(f"after {day}: {', '.join(counts)}")

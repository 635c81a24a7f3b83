# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:sqlite3"
# ///
"""One statement inserts or counts on, safe also when several programs write at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

for day in "monday", "tuesday":
    with closing(sqlite3.connect("visits.db")) as file, file:  # as two runs of the program would
        file.execute("CREATE TABLE IF NOT EXISTS visits (page PRIMARY KEY, count)")
        pages = Path(f"{day}.txt").read_text(encoding="utf-8").split()
        file.executemany(
            "INSERT INTO visits VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
            [(page,) for page in pages],
        )
        rows = file.execute("SELECT page, count FROM visits ORDER BY page")
        counts = [f"{page} {count}" for page, count in rows]
    print(f"after {day}: {', '.join(counts)}")

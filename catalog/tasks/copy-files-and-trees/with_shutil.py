# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""copytree leaves out what ignore= names, and like copy2 it keeps the time stamps."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

written = datetime(2026, 1, 31, tzinfo=UTC).timestamp()
os.utime("prices.csv", (written, written))

shutil.copytree("site", "backup/site", ignore=shutil.ignore_patterns("*.tmp"))
shutil.copy2("prices.csv", "backup")

backup = Path("backup")
for path in sorted(path for path in backup.rglob("*") if path.is_file()):
    print(path.relative_to(backup))
modified = datetime.fromtimestamp((backup / "prices.csv").stat().st_mtime, UTC)
print(f"prices.csv is of {modified:%Y-%m-%d}")

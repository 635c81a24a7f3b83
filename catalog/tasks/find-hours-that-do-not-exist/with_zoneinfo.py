# /// script
# requires-python = ">=3.11"
# dependencies = ["tzdata"]
# [tool.toolcrib]
# module = "std:zoneinfo"
# ///
"""fold tells the first of two equal hours from the second; a skipped hour has its offsets crossed."""

from datetime import datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")

for day in ("2026-03-28", "2026-03-29", "2026-10-25"):
    early = datetime.fromisoformat(f"{day}T02:30").replace(tzinfo=PARIS)
    late = early.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        verdict = f"comes once, at {early:%z}"
    elif early.utcoffset() > late.utcoffset():
        verdict = f"comes twice, at {early:%z} and at {late:%z}"
    else:
        verdict = "does not exist"
    print(f"{early:%d %B, %H:%M} {verdict}")

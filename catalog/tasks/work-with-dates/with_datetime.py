# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:datetime"
# ///
"""datetime knows leap days and zones; only what lasts in hours is to be computed in UTC."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

PARIS, NEW_YORK = ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York")

for year in 2027, 2028:
    print("three days from 27 February:", date(year, 2, 27) + timedelta(days=3))
print("days from 14 March to Christmas:", (date(2026, 12, 25) - date(2026, 3, 14)).days)

for day in 7, 9:  # New York puts its clocks forward on the 8th, Paris on the 29th
    call = datetime(2026, 3, day, 15, tzinfo=PARIS)
    print(call, "is", call.astimezone(NEW_YORK))

start = datetime(2026, 3, 28, 22, tzinfo=PARIS)
end = datetime(2026, 3, 29, 6, tzinfo=PARIS)
print("night shift:", end.astimezone(UTC) - start.astimezone(UTC))

local = datetime.strptime("14/03/2026 09:05", "%d/%m/%Y %H:%M")
print(local.isoformat())
print(datetime.fromisoformat("2026-03-14T09:05Z").strftime("%A %d %B %Y, %H:%M %Z"))

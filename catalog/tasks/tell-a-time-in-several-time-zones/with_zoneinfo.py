# /// script
# requires-python = ">=3.11"
# dependencies = ["tzdata"]
# [tool.toolcrib]
# module = "std:zoneinfo"
# ///
"""A zone by name knows its changes of the clock; tzdata is for systems without a table of zones."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

CITIES = ["America/New_York", "UTC", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Sydney"]

meeting = datetime(2026, 3, 16, 15, tzinfo=ZoneInfo("Europe/Paris"))
for city in CITIES:
    there = meeting.astimezone(ZoneInfo(city))
    print(f"{city:17} {there:%a %d %H:%M %z}")
later = meeting + timedelta(days=14)
print(f"two weeks later: {later.astimezone(ZoneInfo(CITIES[0])):%H:%M} in New York")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:calendar"
# ///
"""calendar lays a month out in weeks, so the last Friday is the last entry of its column."""

import argparse
import calendar
import sys
from datetime import date


def number_of_year(text: str) -> int:
    if not 0 < int(text) < 10000:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 9999")
    return int(text)


parser = argparse.ArgumentParser(description="Print a month and the last Fridays of its year.")
today = date.today()
parser.add_argument("year", type=number_of_year, nargs="?", default=today.year)
parser.add_argument("month", type=int, nargs="?", default=today.month, choices=range(1, 13))
options = parser.parse_args()
year = options.year

try:
    print(calendar.TextCalendar().formatmonth(year, options.month))
    print(calendar.monthrange(year, options.month)[1], "days")
    print(year, "is a leap year" if calendar.isleap(year) else "is not a leap year")
    print("last Friday of each month:")
    for month in range(1, 13):
        friday = max(week[calendar.FRIDAY] for week in calendar.monthcalendar(year, month))
        print(f"{year:04}-{month:02}-{friday:02}")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

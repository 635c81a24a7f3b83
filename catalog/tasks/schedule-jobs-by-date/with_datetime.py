# /// script
# requires-python = ">=3.11"
# dependencies = ["tzdata; sys_platform == 'win32'"]
# [tool.toolcrib]
# module = "std:datetime"
# ///
"""Days are added to the local time, hours in UTC: so the clock change moves no job by an hour."""

import argparse
import csv
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def interval(text):
    if text[-1:] not in UNITS or int(text[:-1]) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 90m, 6h, 1d or 2w")
    return timedelta(**{UNITS[text[-1]]: int(text[:-1])})


def later(start, by):
    clock = UTC if by % timedelta(days=1) else start.tzinfo
    return (start.astimezone(clock) + by).astimezone(UTC).astimezone(start.tzinfo)


parser = argparse.ArgumentParser(description="Tell when jobs are due; 1 if one is overdue.")
parser.add_argument("--every", type=interval, default="1d", help="such as 90m, 6h, 1d, 2w")
parser.add_argument("--start", type=datetime.fromisoformat, default="2026-01-01T02:30")
parser.add_argument("--count", type=int, default=5)
parser.add_argument("--zone", default="Europe/Paris", help="of all times")
parser.add_argument("--jobs", help="CSV file with the columns job, every, last")
parser.add_argument("--now", type=datetime.fromisoformat, help="for --jobs, else the clock's time")
args = parser.parse_args()
try:
    zone = ZoneInfo(args.zone)
except (ZoneInfoNotFoundError, ValueError):
    parser.error(f"there is no time zone {args.zone!r}")
overdue = 0
try:
    for number in range(args.count):
        print(later(args.start.replace(tzinfo=zone), number * args.every))
    if args.jobs:
        now = args.now.replace(tzinfo=zone) if args.now else datetime.now(zone)
        with open(args.jobs, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                last = datetime.fromisoformat(row["last"]).replace(tzinfo=zone)
                due = later(last, interval(row["every"]))
                late = due.astimezone(UTC) < now.astimezone(UTC)
                print(f"{row['job']}: due {due}{', overdue' * late}")
                overdue += late
except (OSError, OverflowError, argparse.ArgumentTypeError, csv.Error) as error:
    sys.exit(str(error))
except (KeyError, TypeError, ValueError):
    sys.exit(f"{args.jobs}: wants the columns job, every (1d) and last (2026-01-01T02:30)")
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(1 if overdue else 0)

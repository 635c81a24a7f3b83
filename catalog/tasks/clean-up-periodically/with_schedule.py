# /// script
# requires-python = ">=3.11"
# dependencies = ["schedule"]
# [tool.toolcrib]
# module = "pypi:schedule"
# ///
"""The rule reads like a sentence, and idle_seconds() tells how long there is nothing to do."""

import argparse
import itertools
import re
import sys
import time
from pathlib import Path

import schedule


def duration(text):
    match = re.fullmatch(r"(\d{1,5})([smhd])", text)
    return int(match[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[match[2]]


def clean_up(numbers, options):
    limit = time.time() - options.older_than
    files = (path for path in options.directory.iterdir() if path.is_file())
    old = sorted(path for path in files if path.stat().st_mtime <= limit)
    if not options.dry_run:
        for path in old:
            path.unlink()
    print(f"round {next(numbers)}:", ", ".join(path.name for path in old) or "nothing", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Remove the old files of a directory, repeatedly.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--older-than", type=duration, default="7d", help="default: 7d")
    parser.add_argument("--every", type=duration, default="1h", help="default: 1h")
    parser.add_argument("--rounds", type=int, default=0, help="default: 0, without end")
    parser.add_argument("--dry-run", action="store_true", help="only print what is old")
    options = parser.parse_args()
    if options.every == 0 or options.rounds < 0:
        parser.error("the interval must be above 0, and the rounds not below it")
    if not options.directory.is_dir():
        parser.exit(2, f"{options.directory} is not a directory\n")
    schedule.every(options.every).seconds.do(clean_up, itertools.count(1), options)
    schedule.run_all()
    while options.rounds != 1:
        time.sleep(max(schedule.idle_seconds(), 0))
        schedule.run_pending()
        options.rounds -= 1


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

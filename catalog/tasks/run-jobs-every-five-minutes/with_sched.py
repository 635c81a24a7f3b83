# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:sched"
# ///
"""Each run enters the next at its due time plus the interval, so a slow job delays none for good."""

import argparse
import re
import sched
import subprocess
import sys
import time
from datetime import datetime


class Clock:
    """A clock that moves on only when somebody waits."""

    now = datetime(2026, 1, 1).timestamp()

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


def duration(text):
    match = re.fullmatch(r"([1-9]\d{0,4})([smhd])", text)
    return int(match[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[match[2]]


def run(scheduler, due, number, options):
    status = subprocess.run(options.command, shell=True).returncode
    result = f"failed with status {status}" if status else "ok"
    print(f"{datetime.fromtimestamp(due):%H:%M:%S} {result}", flush=True)
    if number != options.rounds:
        due += options.every
        scheduler.enterabs(due, 1, run, (scheduler, due, number + 1, options))


def main():
    parser = argparse.ArgumentParser(description="Run a command at an interval, from now on.")
    parser.add_argument("--every", type=duration, default="5m", help="default: 5m")
    parser.add_argument("--command", required=True, help="a line for the shell")
    parser.add_argument("--rounds", type=int, default=0, help="default: 0, without end")
    parser.add_argument("--simulate", action="store_true", help="do not wait: begin at midnight")
    options = parser.parse_args()
    clock = Clock() if options.simulate else time
    scheduler = sched.scheduler(clock.time, clock.sleep)
    run(scheduler, clock.time(), 1, options)
    scheduler.run()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

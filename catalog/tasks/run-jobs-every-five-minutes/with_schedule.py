# /// script
# requires-python = ">=3.11"
# dependencies = ["schedule"]
# [tool.toolcrib]
# module = "pypi:schedule"
# ///
"""The rule reads like a sentence; schedule has no clock to choose, so the trial puts in its own."""

import argparse
import re
import subprocess
import sys
import time
from datetime import datetime, timedelta
from types import SimpleNamespace

import schedule


class Clock(datetime):
    moment = datetime(2026, 1, 1)  # moves on only when somebody waits

    @classmethod
    def now(cls, tz=None):
        return cls.moment

    @classmethod
    def wait(cls, seconds):
        cls.moment += timedelta(seconds=seconds)


def duration(text):
    match = re.fullmatch(r"([1-9]\d{0,4})([smhd])", text)
    return int(match[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[match[2]]


def run(command, clock):
    due, status = clock.now(), subprocess.run(command, shell=True).returncode
    print(f"{due:%H:%M:%S}", f"failed with status {status}" if status else "ok", flush=True)


parser = argparse.ArgumentParser(description="Run a command at an interval, from now on.")
parser.add_argument("--every", type=duration, default="5m", help="default: 5m")
parser.add_argument("--command", required=True, help="a line for the shell")
parser.add_argument("--rounds", type=int, default=0, help="default: 0, without end")
parser.add_argument("--simulate", action="store_true", help="do not wait: begin at midnight")
options = parser.parse_args()
clock, sleep = (Clock, Clock.wait) if options.simulate else (datetime, time.sleep)
schedule.datetime = SimpleNamespace(datetime=clock, timedelta=timedelta)
schedule.every(options.every).seconds.do(run, options.command, clock)
try:
    schedule.run_all()
    while options.rounds != 1:
        sleep(max(schedule.idle_seconds(), 0))
        schedule.run_pending()
        options.rounds -= 1
except KeyboardInterrupt:
    sys.exit(130)

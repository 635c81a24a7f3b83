# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:time"
# ///
"""A moment is a plain number, the same in all zones; gmtime and strftime make it readable in UTC."""

import time
from calendar import timegm
from pathlib import Path

STAMP = "%Y-%m-%dT%H:%M:%S+00:00"


def stamped(message, clock=time.time):
    return f"{time.strftime(STAMP, time.gmtime(clock()))} {message}\n"


moments = [1773480413, 1773532799, 1773532804]
clock = iter(moments).__next__
log = Path("pump.log")
with log.open("w", encoding="utf-8") as file:
    for message in "pump started", "pressure 4.1 bar", "pump stopped":
        file.write(stamped(message, clock))

text = log.read_text(encoding="utf-8")
print(text)
read = timegm(time.strptime(text.splitlines()[-1].split()[0], STAMP))
print(f"the last line was written at {moments[-1]}, and is read as {read}")

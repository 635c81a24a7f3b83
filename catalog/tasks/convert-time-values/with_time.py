# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:time"
# ///
"""The clock that tells the date may be set back; for pauses and durations there is monotonic."""

import time
from calendar import timegm

TEXT = "%A %d %B %Y, %H:%M:%S UTC"

parts = time.gmtime(1773480413)
text = time.strftime(TEXT, parts)
print(parts)
print(text)
print("from the text:", timegm(time.strptime(text, TEXT)))
print("from the parts:", timegm(parts))

readings = [time.monotonic() for _ in range(1000)]
fallen = sum(later < earlier for earlier, later in zip(readings, readings[1:]))
print(len(readings), "readings of the monotonic clock,", fallen, "below the one before")

start = time.monotonic()
time.sleep(0.2)
lasted = time.monotonic() - start
print("sleep(0.2) lasted", "at least 0.2 s" if lasted >= 0.2 else f"only {lasted} s")

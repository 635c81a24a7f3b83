# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:trace"
# ///
"""The counts stand by file and line, so they can be written beside the source."""

import inspect
import trace

from fares import fare

tracer = trace.Trace(count=True, trace=False)
for age in (35, 12, 70):
    print(f"age {age} pays {tracer.runfunc(fare, age)}")

counts = tracer.results().counts
for number, line in enumerate(inspect.getsource(fare).splitlines(), start=1):
    times = counts.get((fare.__code__.co_filename, number), "")
    print(f"{times:>2} | {line}")

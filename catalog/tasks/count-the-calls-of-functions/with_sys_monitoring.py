# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys.monitoring"
# ///
"""Only the start of functions is reported, so all the rest runs at its full speed."""

from collections import Counter
from sys import monitoring

from rabbits import year_book

calls = Counter()


def count(code, offset):
    calls[code.co_name] += 1


tool, start = monitoring.PROFILER_ID, monitoring.events.PY_START
monitoring.use_tool_id(tool, "call counter")
monitoring.register_callback(tool, start, count)
monitoring.set_events(tool, start)
year_book()
monitoring.free_tool_id(tool)
for name in "pairs", "year_book":
    print(f"{name}: {calls[name]}")

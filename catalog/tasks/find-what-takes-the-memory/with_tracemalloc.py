# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tracemalloc"
# ///
"""A snapshot sums the memory by line, and its difference from an earlier one shows what grows."""

import linecache
import tracemalloc


def show(entry: tracemalloc.StatisticDiff | tracemalloc.Statistic, size: int) -> None:
    frame = entry.traceback[0]
    source = linecache.getline(frame.filename, frame.lineno).strip()
    print(f"{size / 1e6:4.1f} MB  {source}")


tracemalloc.start()
photos = [bytes(2_000_000) for _ in range(3)]
chart = bytes(4_000_000)
pixels = sum(len(photo + photo) for photo in photos)
now, peak = tracemalloc.get_traced_memory()
print(f"{now / 1e6:.0f} MB now, {peak / 1e6:.0f} MB at most")

before = tracemalloc.take_snapshot()
for entry in before.statistics("lineno")[:2]:
    show(entry, entry.size)

cache = {}
for request in range(6):
    cache[request] = bytes(500_000)
print("new since then:")
growth = tracemalloc.take_snapshot().compare_to(before, "lineno")
show(growth[0], growth[0].size_diff)

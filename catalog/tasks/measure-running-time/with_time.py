# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:time"
# ///
"""perf_counter is the finest clock for durations; process_time stands still while one waits."""

import time

words = [f"word{number}" for number in range(100_000)]


def seconds_to_find(container):
    start = time.perf_counter()
    for _ in range(50):
        "word99999" in container
    return time.perf_counter() - start


times = {"the list": seconds_to_find(words), "the set": seconds_to_find(set(words))}
print("faster at finding a word among 100,000:", min(times, key=times.get))

wall, processor = time.perf_counter(), time.process_time()
time.sleep(0.2)
processor, wall = time.process_time() - processor, time.perf_counter() - wall
amount = "less processor time than" if processor < wall else "as much processor time as"
print(f"a nap of 0.2 s took {amount} time on the wall")

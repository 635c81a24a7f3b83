# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:timeit"
# ///
"""timeit repeats a piece of code without the garbage collector between, and takes any clock."""

import time
from timeit import timeit

words = [f"word{number}" for number in range(100_000)]
containers = {"the list": words, "the set": set(words)}
times = {
    name: timeit(lambda: "word99999" in container, number=50)
    for name, container in containers.items()
}
print("faster at finding a word among 100,000:", min(times, key=times.get))


def nap():
    time.sleep(0.2)


wall = timeit(nap, number=1)
processor = timeit(nap, number=1, timer=time.process_time)
amount = "less processor time than" if processor < wall else "as much processor time as"
print(f"a nap of 0.2 s took {amount} time on the wall")

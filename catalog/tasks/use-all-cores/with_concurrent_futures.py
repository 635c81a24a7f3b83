# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""map() of a process pool keeps the order, and raises the error of a worker that failed or died."""

import math
import os
from concurrent.futures import ProcessPoolExecutor


def count(start, stop):
    """Return how many primes there are, and in which process they were counted."""
    primes = sum(
        all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
        for number in range(max(start, 2), stop)
    )
    return primes, os.getpid()


if __name__ == "__main__":  # each new process may import this file
    starts, stops = range(0, 200_000, 50_000), range(50_000, 250_000, 50_000)
    with ProcessPoolExecutor(max_workers=4) as pool:
        primes, processes = zip(*pool.map(count, starts, stops), strict=True)
    for start, stop, found in zip(starts, stops, primes, strict=True):
        print(f"{start} to {stop}: {found} primes")
    one, _ = count(0, 200_000)
    how_many = "several processes" if len(set(processes)) > 1 else "another process"
    print(f"one process: {one}, {how_many}: {sum(primes)}")

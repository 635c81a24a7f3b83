# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""Each process has an interpreter and a lock of its own, so Python code runs on several cores."""

import math
import multiprocessing
import os


def count(start, stop):
    """Return how many primes there are, and in which process they were counted."""
    primes = sum(
        all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
        for number in range(max(start, 2), stop)
    )
    return primes, os.getpid()


if __name__ == "__main__":  # each new process may import this file
    ranges = [(start, start + 50_000) for start in range(0, 200_000, 50_000)]
    with multiprocessing.Pool(processes=4) as pool:
        primes, processes = zip(*pool.starmap(count, ranges, chunksize=1), strict=True)
    for (start, stop), found in zip(ranges, primes, strict=True):
        print(f"{start} to {stop}: {found} primes")
    one, _ = count(0, 200_000)
    how_many = "several processes" if len(set(processes)) > 1 else "another process"
    print(f"one process: {one}, {how_many}: {sum(primes)}")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""A call is enough: its arguments go to the other process, and its result or its error comes back."""

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from fractions import Fraction


def add_up(shares):
    return {day: sum(parts) for day, parts in shares.items()}


if __name__ == "__main__":
    shares = {
        date(2026, 3, 14): [Fraction(1, 3), Fraction(1, 6)],
        date(2026, 3, 15): [Fraction(1, 4), Fraction(1, 2)],
    }
    with ProcessPoolExecutor(max_workers=1) as pool:
        sums = pool.submit(add_up, shares).result()
    for day, share in sums.items():
        print(f"{day:%d %B}: {share} of the field is ploughed")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:contextlib"
# ///
"""A stack of callbacks ends with its block, the last one first, whatever ends the block."""

import sys
from contextlib import ExitStack
from pathlib import Path

LOCK = Path("orders.lock")
taken = []


def remove_lock():
    LOCK.unlink()
    print(f"lock removed, {len(list(Path().glob('*.lock')))} left")


def report():
    print("taken so far:", sum(taken))


with ExitStack() as at_the_end:
    at_the_end.callback(remove_lock)
    at_the_end.callback(report)
    LOCK.touch()
    file = at_the_end.enter_context(open("orders.txt", encoding="utf-8"))
    for item, price in map(str.split, file):
        if not item.isalpha():
            print(f'cannot read "{item}", leaving')
            sys.exit(3)
        print(f"{item}: {price}")
        taken.append(int(price))

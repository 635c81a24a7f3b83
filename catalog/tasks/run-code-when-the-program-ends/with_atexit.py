# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:atexit"
# ///
"""What was registered last runs first, after sys.exit() and after an error as well."""

import atexit
import sys
from pathlib import Path

LOCK = Path("orders.lock")
taken = []


@atexit.register
def remove_lock():
    LOCK.unlink()
    print(f"lock removed, {len(list(Path().glob('*.lock')))} left")


@atexit.register
def report():
    print("taken so far:", sum(taken))


LOCK.touch()
with open("orders.txt", encoding="utf-8") as file:
    for item, price in map(str.split, file):
        if not item.isalpha():
            print(f'cannot read "{item}", leaving')
            sys.exit(3)
        print(f"{item}: {price}")
        taken.append(int(price))

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:builtins"
# ///
"""The module's own print hides the built-in one, which stays there under its full name."""

import builtins
from itertools import count

numbers = count(1)


def print(*values, **options):
    """Print as always, with the number of the line before it."""
    builtins.print(f"{next(numbers)}:", *values, **options)


print("high water at", "22:10")
print("low water at", "16:05")
builtins.print("the built-in print counts nothing")
print("wind 4 Bft")

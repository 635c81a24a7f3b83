# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""setprofile hands each call to a function of one's own, on every Python, if slowly."""

import sys
from collections import Counter

from rabbits import year_book

calls = Counter()


def count(frame, event, argument):
    if event == "call":
        calls[frame.f_code.co_name] += 1


sys.setprofile(count)
year_book()
sys.setprofile(None)
for name in "pairs", "year_book":
    print(f"{name}: {calls[name]}")

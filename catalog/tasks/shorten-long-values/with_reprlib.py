# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:reprlib"
# ///
"""Whatever the value, the line stays short, and the rest is not even turned into text."""

import reprlib

short = reprlib.Repr()
short.maxlist, short.maxdict, short.maxstring, short.maxlong = 4, 2, 25, 19

print("readings:", short.repr(list(range(1_000_000))))
print("letter:", short.repr("Dear Mona, the boat lies at Dover until the wind turns. Bises, Jean"))
print("stock:", short.repr({"apples": [3, 1, 4, 1, 5, 9], "cider": 12, "pears": 0}))
print("digits:", short.repr(33344445555666677777000011111111555566667))

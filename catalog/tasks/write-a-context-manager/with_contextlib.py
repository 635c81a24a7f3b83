# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:contextlib"
# ///
"""What stands before yield happens at the start of the block; finally sees to every end."""

import io
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path

prices = {"tea": 3, "coffee": 4}


@contextmanager
def reduced(item, price):
    before = prices[item]
    prices[item] = price
    try:
        yield
    finally:
        prices[item] = before


with reduced("tea", 2):
    print("for members:", prices["tea"])
print("afterwards:", prices["tea"])
with suppress(ZeroDivisionError), reduced("tea", 1):
    print(prices["tea"] / 0)
print("after an error, too:", prices["tea"])

with redirect_stdout(io.StringIO()) as receipt:
    print(*prices)
    print("TOTAL", sum(prices.values()))
lines = receipt.getvalue().splitlines()
print(f"the receipt has {len(lines)} lines, the last is {lines[-1]}")

with suppress(FileNotFoundError):
    Path("receipt.txt").unlink()
print("no old receipt is left")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:statistics"
# ///
"""statistics needs no installation and computes exactly, with fractions and decimals too."""

import statistics
from fractions import Fraction

with open("minutes.txt", encoding="utf-8") as file:
    minutes = [int(line) for line in file]

print(f"mean {statistics.mean(minutes):.2f}")
print(f"median {statistics.median(minutes):.2f}")
print(f"variance {statistics.variance(minutes):.2f}")
print(f"standard deviation {statistics.stdev(minutes):.2f}")
quartiles = statistics.quantiles(minutes, n=4, method="inclusive")
print("quartiles", *(f"{value:.2f}" for value in quartiles))
print("mean of a half and a third", statistics.mean([Fraction(1, 2), Fraction(1, 3)]))

# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""A column knows its own figures, skips its gaps, and divides by n - 1 as a sample wants it."""

from fractions import Fraction

import pandas as pd

minutes = pd.read_csv("minutes.txt", names=["minutes"])["minutes"]

print(f"mean {minutes.mean():.2f}")
print(f"median {minutes.median():.2f}")
print(f"variance {minutes.var():.2f}")
print(f"standard deviation {minutes.std():.2f}")
print("quartiles", *(f"{value:.2f}" for value in minutes.quantile([0.25, 0.5, 0.75])))
exact = pd.Series([Fraction(1, 2), Fraction(1, 3)])
print("mean of a half and a third", exact.sum() / exact.size)

# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""numpy takes millions of values in one call; ddof=1 makes it the variance of a sample."""

from fractions import Fraction

import numpy as np

minutes = np.loadtxt("minutes.txt")

print(f"mean {np.mean(minutes):.2f}")
print(f"median {np.median(minutes):.2f}")
print(f"variance {np.var(minutes, ddof=1):.2f}")
print(f"standard deviation {np.std(minutes, ddof=1):.2f}")
quartiles = np.quantile(minutes, [0.25, 0.5, 0.75])
print("quartiles", *(f"{value:.2f}" for value in quartiles))
print("mean of a half and a third", np.mean([Fraction(1, 2), Fraction(1, 3)]))

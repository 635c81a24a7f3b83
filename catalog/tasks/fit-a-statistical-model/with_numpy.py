# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""The model is a matrix, lstsq solves it, and its inverse gives the errors; numpy needs no more."""

import numpy as np

STUDENT = 2.44691  # the 97.5 % quantile of Student's t with 9 - 3 degrees of freedom

fertiliser, water, harvest = np.loadtxt("plots.csv", delimiter=",", skiprows=1, unpack=True)
terms = np.column_stack([np.ones_like(harvest), fertiliser, water])

coefficients, (residual,), *_ = np.linalg.lstsq(terms, harvest)
variance = residual / (len(harvest) - 3)
errors = np.sqrt(variance * np.linalg.inv(terms.T @ terms).diagonal())

for name, value, error in zip(["Intercept", "fertiliser", "water"], coefficients, errors):
    low, high = value - STUDENT * error, value + STUDENT * error
    print(f"{name:<10}  {value:7.2f}  from {low:7.2f} to {high:7.2f}")
print(f"R squared {1 - residual / (harvest.var() * len(harvest)):.3f}")

# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "scipy"]
# [tool.toolcrib]
# module = "pypi:scipy"
# ///
"""scipy has the parts, least squares and Student's distribution; the model one joins oneself."""

import numpy as np
from scipy import linalg, stats

fertiliser, water, harvest = np.loadtxt("plots.csv", delimiter=",", skiprows=1, unpack=True)
terms = np.column_stack([np.ones_like(harvest), fertiliser, water])

coefficients, residual, *_ = linalg.lstsq(terms, harvest)
free = len(harvest) - len(coefficients)
errors = np.sqrt(residual / free * linalg.inv(terms.T @ terms).diagonal())
lows, highs = stats.t.interval(0.95, free, loc=coefficients, scale=errors)

names = ["Intercept", "fertiliser", "water"]
for name, value, low, high in zip(names, coefficients, lows, highs):
    print(f"{name:<10}  {value:7.2f}  from {low:7.2f} to {high:7.2f}")
print(f"R squared {1 - residual / (harvest.var() * len(harvest)):.3f}")

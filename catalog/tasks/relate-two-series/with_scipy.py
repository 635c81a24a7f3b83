# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "scipy"]
# [tool.toolcrib]
# module = "pypi:scipy"
# ///
"""linregress gives line, correlation and the errors of both at once, for a report of them."""

import numpy as np
from scipy.stats import linregress

degrees, ices = np.loadtxt("days.csv", delimiter=",", skiprows=1, unpack=True)

line = linregress(degrees, ices)
print(f"covariance {np.cov(degrees, ices)[0, 1]:.2f}")
print(f"correlation {line.rvalue:.4f}")
print(f"line {line.slope:.2f} * degrees - {-line.intercept:.2f}")
print(f"ices at 34 degrees: {line.slope * 34 + line.intercept:.0f}")

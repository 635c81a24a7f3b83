# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""cov and corrcoef give whole matrices, of many series as of two; polyfit takes any degree."""

import numpy as np

degrees, ices = np.loadtxt("days.csv", delimiter=",", skiprows=1, unpack=True)

slope, intercept = np.polyfit(degrees, ices, deg=1)
print(f"covariance {np.cov(degrees, ices)[0, 1]:.2f}")
print(f"correlation {np.corrcoef(degrees, ices)[0, 1]:.4f}")
print(f"line {slope:.2f} * degrees - {-intercept:.2f}")
print(f"ices at 34 degrees: {slope * 34 + intercept:.0f}")

# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""Columns are related by name; the line's slope is their covariance over the variance."""

import pandas as pd

days = pd.read_csv("days.csv")
degrees, ices = days["degrees"], days["ices"]

slope = degrees.cov(ices) / degrees.var()
intercept = ices.mean() - slope * degrees.mean()
print(f"covariance {degrees.cov(ices):.2f}")
print(f"correlation {degrees.corr(ices):.4f}")
print(f"line {slope:.2f} * degrees - {-intercept:.2f}")
print(f"ices at 34 degrees: {slope * 34 + intercept:.0f}")

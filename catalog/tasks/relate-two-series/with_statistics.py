# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:statistics"
# ///
"""Each figure is one function of two sequences, and the line is a tuple with two names."""

import csv
from statistics import correlation, covariance, linear_regression

with open("days.csv", newline="", encoding="utf-8") as file:
    days = list(csv.DictReader(file))
degrees = [int(day["degrees"]) for day in days]
ices = [int(day["ices"]) for day in days]

slope, intercept = linear_regression(degrees, ices)
print(f"covariance {covariance(degrees, ices):.2f}")
print(f"correlation {correlation(degrees, ices):.4f}")
print(f"line {slope:.2f} * degrees - {-intercept:.2f}")
print(f"ices at 34 degrees: {slope * 34 + intercept:.0f}")

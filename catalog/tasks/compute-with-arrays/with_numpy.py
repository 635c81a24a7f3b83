# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""An expression works on whole arrays at once, in compiled code and without a loop."""

import numpy as np

receipts = np.loadtxt("receipts.csv", delimiter=",", skiprows=1)
counts, totals = receipts[:, :-1], receipts[:, -1]

prices = np.linalg.solve(counts, totals)
print("price of each item:", prices.round(12))
residual = np.abs(counts @ prices - totals).max()
print("residual:", "below 1e-12" if residual < 1e-12 else residual)

amounts = counts * prices  # the row of prices is broadcast over every receipt
print("amounts:", amounts.round(12), sep="\n")
print("sales of each item:", amounts.sum(axis=0).round(12))
print("largest amount of each receipt:", amounts.max(axis=1).round(12))
print("receipts above the mean:", np.flatnonzero(totals > totals.mean()) + 1)

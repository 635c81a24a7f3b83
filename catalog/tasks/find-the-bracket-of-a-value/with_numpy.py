# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""searchsorted finds the places of all values at once, and they pick from another array."""

import numpy as np

up_to = np.array([2, 5, 10])  # kg
postage = np.array([5, 7, 9, 14])  # EUR, the last one for all that is heavier

weights = np.array([0.4, 2.0, 2.1, 10.0, 31.0])
for weight, price in zip(weights, postage[np.searchsorted(up_to, weights, side="left")]):
    print(f"{weight} kg: {price} EUR")

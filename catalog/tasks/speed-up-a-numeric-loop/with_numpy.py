# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""What numpy can say of whole arrays needs no compiler, but the loop has to be thought anew."""

from time import perf_counter

import numpy as np


def close_pairs(x, y, limit):
    pairs = 0
    for i in range(len(x)):
        for j in range(i):
            if (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2 < limit**2:
                pairs += 1
    return pairs


def close_pairs_of_arrays(x, y, limit):
    return sum(
        np.count_nonzero((x[i] - x[:i]) ** 2 + (y[i] - y[:i]) ** 2 < limit**2)
        for i in range(len(x))
    )


x, y = 5.0 * np.indices((40, 40)).reshape(2, -1)  # an orchard: 40 rows of 40 trees, 5 m apart

start = perf_counter()
plain = close_pairs(x.tolist(), y.tolist(), 8.0)
plain_seconds = perf_counter() - start

start = perf_counter()
fast = close_pairs_of_arrays(x, y, 8.0)
factor = plain_seconds / (perf_counter() - start)

print(f"pairs of trees closer than 8 m: {plain}, and by the fast way {fast}")
print(f"faster by a factor of at least {min(5, int(factor))}")

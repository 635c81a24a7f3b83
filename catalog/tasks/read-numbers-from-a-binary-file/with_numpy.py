# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""The dtype names size and byte order, and everything after it works on the array as a whole."""

import numpy as np

levels = np.fromfile("levels.bin", dtype=">i2")  # big-endian, signed, 16 bits

print(f"{levels.size} levels in {levels.nbytes} bytes")
print("cm:", levels.tolist())
print("lowest", levels.min(), "cm")
print("above 4 m:", (levels > 400).sum())

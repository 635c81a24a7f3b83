# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""A dtype describes the record once, and then reads a million of them as fast as one."""

import numpy as np

READINGS = [(1, 20.5, b"ok"), (2, -1.25, b"ok"), (258, 0.0, b"no")]

for name, order in ("little-endian", "<"), ("big-endian", ">"):
    record = np.dtype([("id", f"{order}u2"), ("value", f"{order}f4"), ("state", "S2")])
    packed = np.array(READINGS, record).tobytes()
    print(f"{name}, {len(packed)} bytes: {packed.hex(' ', record.itemsize)}")
print(np.frombuffer(packed, record).tolist())

HEADER = "S8, >u4, S4, >u4, >u4, u1"
signature, length, kind, width, height, depth = np.fromfile("tile.png", HEADER, count=1)[0]
print(f"{kind.decode()}: {width} x {height} pixels of {depth} bits")

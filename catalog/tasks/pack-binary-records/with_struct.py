# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:struct"
# ///
"""A short format says the fields, their sizes and their byte order, without padding."""

import struct

READINGS = [(1, 20.5, b"ok"), (2, -1.25, b"ok"), (258, 0.0, b"no")]

for name, order in ("little-endian", "<"), ("big-endian", ">"):
    record = struct.Struct(f"{order}Hf2s")
    packed = b"".join(record.pack(*reading) for reading in READINGS)
    print(f"{name}, {len(packed)} bytes: {packed.hex(' ', record.size)}")
print(list(record.iter_unpack(packed)))

with open("tile.png", "rb") as file:
    header = struct.unpack(">8sI4sIIB", file.read(25))
signature, length, kind, width, height, depth = header
print(f"{kind.decode()}: {width} x {height} pixels of {depth} bits")

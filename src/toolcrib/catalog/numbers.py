"""Whole numbers as they lie in a bundle: 32 bits each, the least byte first."""

import sys


def numbers(packed: bytes) -> tuple[int, ...]:
    """Return 32-bit numbers that were written with the least byte first."""
    if sys.byteorder == "big":
        import struct  # noqa: PLC0415 -- most machines do without

        return struct.unpack(f"<{len(packed) // 4}I", packed)
    return tuple(memoryview(packed).cast("I"))

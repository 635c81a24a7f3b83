"""Vectors of many documents, compared with that of a question all at once.

The numbers of a column lie side by side in one large whole number, which Python multiplies faster
than it walks through them.
"""

from collections.abc import Iterable

from toolcrib.catalog.numbers import numbers
from toolcrib.catalog.vectors import LONG, SIZE, Vector

_LANE = 4
"""Bytes of a large number for each document."""
_ABOVE = 128
"""What is added to a number of a document, so that it is none below 0."""
_MIDDLE = 1 << 31
"""What is added to a lane, so that a sum below 0 borrows nothing from the next."""


class Matrix:
    """The vectors of documents, column by column: all their first numbers, and so on."""

    def __init__(self, packed: bytes) -> None:
        """Read what `packed_matrix` wrote."""
        self.rows = len(packed) // SIZE
        columns = (packed[at : at + self.rows] for at in range(0, len(packed), self.rows or 1))
        self._columns = [_in_lanes(column) for column in columns]
        self._middles = int.from_bytes(_MIDDLE.to_bytes(_LANE, "little") * self.rows, "little")

    def nearness(self, vector: Vector) -> list[int]:
        """Return how near each row is to a vector of the length `LONG`.

        It is the cosine of the angle between, in per cent, rounded down.
        """
        if not self.rows:
            return []
        products = map(int.__mul__, self._columns, vector)
        packed = (sum(products) + self._middles).to_bytes(_LANE * self.rows, "little")
        zero = _MIDDLE + _ABOVE * sum(vector)
        return [(each - zero) * 100 // (LONG * LONG) for each in numbers(packed)]


def packed_matrix(vectors: Iterable[Vector]) -> bytes:
    """Return vectors, whose numbers fit into a byte, as `Matrix` reads them."""
    return b"".join(
        bytes(number + _ABOVE for number in column) for column in zip(*vectors, strict=True)
    )


def _in_lanes(column: bytes) -> int:
    lanes = bytearray(_LANE * len(column))
    lanes[::_LANE] = column
    return int.from_bytes(lanes, "little")

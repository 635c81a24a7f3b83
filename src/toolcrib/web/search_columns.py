"""Whole numbers and words as they stand in the file that browsers search in: small when packed."""

import itertools
import operator
from collections import Counter
from collections.abc import Iterable, Sequence

Columns = dict[str, list[int]]
"""Columns of whole numbers, none below 0, by name."""


class _Leb128(dict[int, bytes]):
    """Numbers as they are written, each worked out once: most of a column's come again."""

    def __missing__(self, number: int) -> bytes:
        packed = bytearray()
        left = number
        while left > 0x7F:  # noqa: PLR2004 -- seven bits
            packed.append(left & 0x7F | 0x80)
            left >>= 7
        packed.append(left)
        return self.setdefault(number, bytes(packed))


def leb128(numbers: Iterable[int]) -> bytes:
    """Return numbers with seven bits a byte, the lowest first; the top bit says that more follow.

    >>> leb128([5, 300]).hex(" ")
    '05 ac 02'
    """
    return b"".join(map(_Leb128().__getitem__, numbers))


def steps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number lies from the one before, small whichever way.

    >>> steps([3, 5, 4])
    [6, 4, 1]
    """
    found, before = [], 0
    for number in numbers:
        step = number - before
        found.append(step * 2 if step >= 0 else -step * 2 - 1)
        before = number
    return found


def by_frequency(values: Iterable[int]) -> dict[int, int]:
    """Return the number of each value, the most frequent ones first."""
    counted = Counter(values)
    ordered = sorted(counted, key=lambda value: (-counted[value], value))
    return {value: number for number, value in enumerate(ordered)}


def folded(words: Sequence[str]) -> tuple[list[int], str]:
    """Return sorted words as what each has of the one before, in letters, and what it adds.

    >>> folded(["read", "reader", "real"])
    ([0, 4, 3], 'read er l')
    """
    shared = list(map(_alike, ("", *words), words))
    ends = (word[length:] for word, length in zip(words, shared, strict=True))
    return shared, " ".join(ends)


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return sum(1 for _ in itertools.takewhile(bool, map(operator.eq, one, other)))

"""Word vectors: what words mean, as directions; who means the same points nearly the same way.

`facts/vectors.txt` lies beside the catalog, a line a term: the term, a tab, and `SIZE` whole
numbers from -7 to 7, a hexadecimal digit each, where 8 stands for 0. The length of a vector tells
how much the word counts among others. Lines that begin with a tilde are directions of questions
about nothing in any catalog. It is written by `scripts/train_vectors.py` alone.
"""

from collections.abc import Callable, Iterable
from math import isqrt
from typing import TYPE_CHECKING

from toolcrib.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 48
"""Numbers of a vector."""
LONG = 127
"""The length that vectors are brought to, so that each of their numbers fits into a byte."""

FILE = "vectors.txt"

ELSEWHERE = "~"
"""The mark before the names of directions that lead away from any catalog."""

_ZERO = 8
"""The digit that stands for 0."""

Vector = tuple[int, ...]
NOWHERE: Vector = (0,) * SIZE
"""The vector of what has no words that anybody knows."""


def read_vectors(facts: "Path") -> dict[str, bytes]:
    """Read the vectors below the folder of facts, packed; without a file there are none.

    Raises:
        ContentError: A line is no vector; the message names it.
    """
    path = facts / FILE
    try:
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    except (OSError, UnicodeDecodeError) as fault:
        raise ContentError(f"cannot read {path}: {fault}") from fault
    vectors = {}
    for number, line in enumerate(lines, 1):
        term, _, digits = line.partition("\t")
        try:
            vectors[term] = bytes.fromhex(digits)
        except ValueError as fault:
            raise _no_vector(path, number, str(fault)) from fault
        if len(digits) != SIZE:
            raise _no_vector(path, number, f"{len(digits)} digits in place of {SIZE}")
    return vectors


def _no_vector(path: "Path", number: int, why: str) -> ContentError:
    hint = "it is written by scripts/train_vectors.py alone; take the file of the last version"
    return ContentError(f"{path}:{number}: {why}", hint)


def unpacked(packed: bytes) -> Vector:
    """Return the numbers of a packed vector.

    >>> unpacked(bytes.fromhex("8f91"))
    (0, 7, 1, -7)
    """
    return tuple(half - _ZERO for byte in packed for half in (byte >> 4, byte & 15))


def total(vectors: Iterable[Vector]) -> Vector:
    """Return the sum of vectors; of none, nothing at all."""
    return tuple(map(sum, zip(*vectors, strict=True)))


def scaled(vector: Vector, length: int = LONG) -> Vector:
    """Return a vector of the same direction and about that length; one of no length as it is.

    All figures are whole numbers, rounded down, so that any language gives the same.

    >>> scaled((3, -4), 10)
    (6, -8)
    """
    own = isqrt(sum(number * number for number in vector))
    return tuple(number * length // own for number in vector) if own else vector


def document_vector(
    texts: Iterable[Iterable[str]], vector_of: Callable[[str], Vector | None]
) -> Vector | None:
    """Return the direction of a document from the terms of its texts, each of which counts alike.

    Nothing, if no word of it has a vector.
    """
    sums = []
    for terms in texts:
        known = [vector for term in terms if (vector := vector_of(term))]
        if known:
            sums.append(scaled(total(known), _PRECISE))
    return scaled(total(sums)) if sums else None


_PRECISE = 1000
"""The length of a text's vector before those of all texts are summed up."""

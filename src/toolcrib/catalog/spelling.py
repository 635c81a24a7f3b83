"""Which known word a mistyped one was meant to be."""

from collections.abc import Iterable

from toolcrib.catalog.words import letters

_SHORTEST = 4
_ONE_SLIP = 6
_TWO_SLIPS = 8
_MOST_SLIPS = 2
"""Slips that anybody is forgiven; so far apart in length two words may be."""
_LETTERS_APART = 3
"""Letters that stand in one of two words alone, where so many slips lie between them."""


class Drawers:
    """Known words by their length and their first two letters, for who looks up many slips."""

    def __init__(self, known: Iterable[str]) -> None:
        """Sort the words into their drawers, each with its letters."""
        self._drawers: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for form in known:
            bits = letters(form)
            for letter in {*form[:2]}:
                self._drawers.setdefault((letter, len(form)), []).append((bits, form))

    def near(self, word: str) -> list[str]:
        """Return what may be a word with so many slips as it is forgiven.

        It begins like it, or nearly so, is about as long, and has nearly the same letters.
        """
        bits, most = letters(word), _most_slips(word)
        # Who writes another letter has one that the word has not, and lacks one.
        apart = min(_LETTERS_APART, 2 * most)
        return [
            form
            for length in range(len(word) - most, len(word) + most + 1)
            for its, form in self._drawers.get((word[0], length), ())
            if (its ^ bits).bit_count() <= apart
        ]


def nearest(word: str, known: Iterable[str] | Drawers) -> str | None:
    """Return the first in the alphabet of the known words nearest to an unknown one, if any."""
    return next(iter(all_nearest(word, known)), None)


def all_nearest(word: str, known: Iterable[str] | Drawers) -> list[str]:
    """Return the known words nearest to an unknown one; none where none is near enough.

    Words of four letters may have one slip, words of eight two. From six letters on, the same
    letters in any order will do: that is what `matlibplot` is. Equally near words are in the order
    of the alphabet.
    """
    if len(word) < _SHORTEST:
        return []
    drawers = known if isinstance(known, Drawers) else Drawers(known)
    scored = sorted(
        (slips, form) for form in drawers.near(word) if (slips := _slips(word, form)) is not None
    )
    return [form for slips, form in scored if slips == scored[0][0]]


def _most_slips(word: str) -> int:
    return 1 if len(word) < _TWO_SLIPS else _MOST_SLIPS


def _slips(word: str, form: str) -> int | None:
    """Return how many slips lie between two words, or None where that is more than is forgiven."""
    if len(word) >= _ONE_SLIP and sorted(word) == sorted(form):
        return 1
    slips = distance(word, form, _most_slips(word))
    return slips if slips <= _most_slips(word) else None


def distance(one: str, other: str, most: int | None = None) -> int:
    """Return how many letters to insert, drop, change or swap with the next make one the other.

    Where that is more than the `most` that matters, it may be any number above that.
    """
    one, other = _without_common_ends(one, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        before, last, row = row, before, [i + 1]
        for j, b in enumerate(other):
            cost = min(before[j] + (a != b), before[j + 1] + 1, row[j] + 1)
            if i and j and a == other[j - 1] and one[i - 1] == b:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
        # What comes next is no less than the least of the last two rows.
        if most is not None and min(row) > most and min(before) > most:
            return most + 1
    return row[-1]


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    """Return two words without what they begin and end with alike: no slip is in that."""
    start, most = 0, min(len(one), len(other))
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]

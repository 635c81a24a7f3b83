"""The names that a misspelt one may have meant, found by the letters that they share."""

from collections import Counter
from collections.abc import Mapping

from toolcrib.model.module import ModuleId

# Below this share of equal characters a name is another name (`difflib`'s ratio).
_CUTOFF = 0.8
# What shares fewer of its pairs of letters cannot reach that; few are left to compare in full.
_PAIRS = 0.4


class Spellings:
    """Names in their normalised form, each with the module that it stands for."""

    def __init__(self, ids: Mapping[str, ModuleId]) -> None:
        """Take the names; the index of their letters is made here, once."""
        self._ids = ids
        self._pairs: dict[str, list[str]] = {}
        self._letters: dict[str, list[str]] = {}
        for name in ids:
            for pair in _pairs(name):
                self._pairs.setdefault(pair, []).append(name)
            self._letters.setdefault(_letters(name), []).append(name)

    def near(self, name: str) -> tuple[ModuleId, ...]:
        """Return what has the same letters in another order, then what is alike, nearest first."""
        import difflib  # noqa: PLC0415 -- only for a name that is nothing

        pairs = _pairs(name)
        shared = Counter(known for pair in pairs for known in self._pairs.get(pair, ()))
        alike = [known for known, count in shared.items() if count >= _PAIRS * len(pairs)]
        close = difflib.get_close_matches(name, sorted(alike), n=3, cutoff=_CUTOFF)
        jumbled = self._letters.get(_letters(name), ())
        return tuple(dict.fromkeys(self._ids[known] for known in (*jumbled, *close)))


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[place : place + 2] for place in range(len(name) - 1))


def _letters(name: str) -> str:
    return "".join(sorted(name.replace("-", "")))

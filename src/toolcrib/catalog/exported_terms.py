"""The names that modules export as terms of the index."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toolcrib.catalog.earned import CODE, TEXTS, WHOLE
from toolcrib.catalog.words import fold, joined, parts, stem
from toolcrib.model.exported import Exported

_TYPICAL_LENGTH = 4
"""Words of a typical title or phrase; a word in a longer text says less."""

_OF_PACKAGE, _OF_SUBMODULE, _METHOD = 5, 4, 3
"""The weights of names that a module exports at its top, in a submodule, and in a class."""

_HUMP = re.compile("[a-z0-9][A-Z]")


class Place(NamedTuple):
    """A term in a document: its weight, and as bits in which telling texts it stands."""

    weight: int
    texts: int


def add_exported(
    places: dict[str, dict[int, Place]], numbers: Mapping[str, int], exported: Iterable[Exported]
) -> None:
    """Add the names of modules as whole words, if they are no words of telling texts.

    `median` of a module that is about something else is no answer to who asks for a median, but
    nobody writes `OneHotEncoder` who means anything else. What stands in the module's own package
    weighs more than a submodule's, and that more than a method.
    """
    said = {
        term for term, of_term in places.items() if any(p.texts & TEXTS for p in of_term.values())
    }
    for each in (each for each in exported if each.module in numbers):
        for weight, name in _weighed(each):
            term, compound = whole_term(name), _is_compound(name)
            if compound or term not in said:
                of_term = places.setdefault(term, {})
                before = of_term.get(numbers[each.module], Place(0, 0))
                of_term[numbers[each.module]] = Place(
                    max(before.weight, scaled_weight(weight, 1)),
                    before.texts | WHOLE | (CODE if compound and term not in said else 0),
                )


def _weighed(exported: Exported) -> Iterator[tuple[int, str]]:
    """Yield the names that a module exports, each with its weight."""
    for place, names in exported.names.items():
        below = place.count(".") > min(each.count(".") for each in exported.names)
        for name in names:
            yield _OF_SUBMODULE if below else _OF_PACKAGE, name
    for name in exported.methods:
        yield _METHOD, name


def _is_compound(name: str) -> bool:
    """Tell whether a name is of several words: `read_csv`, `DataFrame`, `TestCase`."""
    return "_" in name or bool(_HUMP.search(name))


def scaled_weight(weight: int, length: int) -> int:
    """Return the weight of each word in a text of so many."""
    return round(10 * weight / max(0.8, 0.5 + 0.5 * length / _TYPICAL_LENGTH))


def whole_term(name: str) -> str:
    """Return the term that a name of code is as a whole."""
    folded = fold(name)
    return joined(folded) if len(parts(folded)) > 1 else stem(folded)

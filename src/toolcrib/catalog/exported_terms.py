"""The names that modules export as terms of the index."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from toolcrib.catalog.earned import TEXTS, WHOLE
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.words import fold, joined, parts, stem
from toolcrib.model.exported import Exported

_TYPICAL_LENGTH = 4
"""Words of a typical title or phrase; a word in a longer text says less."""

_OF_PACKAGE, _OF_SUBMODULE, _METHOD = 5, 4, 3
"""The weights of names that a module exports at its top, in a submodule, and in a class."""

_MOST = 300
"""Names of a module that lead to it."""

stemmed = lru_cache(1 << 16)(stem)
"""As `stem`: a catalog says the same words again and again."""

_HUMP = re.compile("[a-z0-9][A-Z]")


Place = tuple[int, int]
"""A term in a document: its weight, and as bits in which telling texts it stands."""

ExportedTerms = dict[str, tuple[int, int]]
"""Of a module, by term: its weight as a plain word, and that as a compound; none is 0."""


def exported_terms(exported: Iterable[Exported]) -> ExportedTerms:
    """Return the names of a module as whole words.

    What stands in the module's own package weighs more than a submodule's, and that more than a
    method. Of very many those count that weigh most, short ones before long ones: these are what
    people type.
    """
    found: ExportedTerms = {}
    weighed = [pair for each in exported for pair in _weighed(each)]
    if len(weighed) > _MOST:
        weighed.sort(key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
    for weight, name in weighed[:_MOST]:
        term, scaled = whole_term(name), scaled_weight(weight, 1)
        plain, compound = found.get(term, (0, 0))
        if _is_compound(name):
            found[term] = (plain, max(compound, scaled))
        else:
            found[term] = (max(plain, scaled), compound)
    return found


def add_exported(
    places: dict[str, dict[int, Place]],
    numbers: Mapping[str, int],
    exported: Mapping[str, ExportedTerms],
) -> None:
    """Add the names of modules, if they are no words of telling texts.

    `median` of a module that is about something else is no answer to who asks for a median, but
    nobody writes `OneHotEncoder` who means anything else.
    """
    said = {
        term
        for term, of_term in places.items()
        if any(bits & TEXTS for _, bits in of_term.values())
    }
    for module, of_module in exported.items():
        number = numbers[module]
        for term, (plain, compound) in of_module.items():
            weight = compound if term in said else max(plain, compound)
            if weight:
                of_term = places.setdefault(term, {})
                before, texts = of_term.get(number, (0, 0))
                code = CODE if compound and term not in said else 0
                of_term[number] = (max(before, weight), texts | WHOLE | code)


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
    return joined(folded) if len(parts(folded)) > 1 else stemmed(folded)

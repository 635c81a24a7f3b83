"""The terms of the whole index, put together from what each document and each module gives."""

import math
import struct
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from toolcrib.catalog.document_terms import DocumentTerms
from toolcrib.catalog.earned import TEXTS
from toolcrib.catalog.exported_terms import ExportedTerms, Place, add_exported
from toolcrib.catalog.lookup import CODE

Places = dict[str, dict[int, Place]]
"""Where each term stands, by the numbers of documents."""


class Term(NamedTuple):
    """A term with its rarity, whether it may not win alone, and its places.

    One that is `bare` is a name in code, and no word of any text. The places are `packed` as
    `Bundle.places` reads them: 32-bit numbers, the least byte first, all documents, then all
    weights, then all bits of texts.
    """

    name: str
    rarity: int
    generic: bool
    bare: bool
    packed: bytes

    @property
    def places(self) -> dict[int, Place]:
        """Its places by document number."""
        numbers = struct.unpack(f"<{len(self.packed) // 4}I", self.packed)
        count = len(numbers) // 3
        columns = (numbers[at : at + count] for at in range(0, 3 * count, count or 1))
        return {number: (weight, texts) for number, weight, texts in zip(*columns, strict=True)}


class Parts(NamedTuple):
    """All that terms are made of: the documents by number, names of modules, generic terms."""

    documents: Mapping[str, DocumentTerms]
    exported: Mapping[str, ExportedTerms]
    generic: frozenset[str]


GONE = -1
"""Stands for the number of a document that is there no more."""


class Change(NamedTuple):
    """What is not as it was in the last index.

    The terms that are `affected` have other places. Where documents came or went, `moved` has for
    each number of the last index the one that its document has now, of so many `documents`.
    """

    affected: frozenset[str]
    moved: tuple[int, ...] | None
    documents: int


def all_terms(parts: Parts) -> tuple[Term, ...]:
    """Return all terms by name."""
    places: Places = {}
    for number, document in enumerate(parts.documents.values()):
        for term, place in document.places.items():
            places.setdefault(term, {})[number] = place
    return _terms(parts, places, parts.exported, parts.generic)


def some_terms(parts: Parts, wanted: frozenset[str]) -> tuple[Term, ...]:
    """Return those of some terms that there are, by name, each as in `all_terms`."""
    places: Places = {}
    for number, document in enumerate(parts.documents.values()):
        for term in wanted & document.places.keys():
            places.setdefault(term, {})[number] = document.places[term]
    exported = {
        module: {term: of_module[term] for term in wanted & of_module.keys()}
        for module, of_module in parts.exported.items()
    }
    return _terms(parts, places, exported, parts.generic & wanted)


def _terms(
    parts: Parts,
    places: Places,
    exported: Mapping[str, ExportedTerms],
    generic: frozenset[str],
) -> tuple[Term, ...]:
    add_exported(places, {key: n for n, key in enumerate(parts.documents)}, exported)
    # A generic word that stands nowhere is no less generic.
    for term in generic:
        places.setdefault(term, {})
    rare = cache(lambda found: rarity(len(parts.documents), found))
    return tuple(
        Term(name, rare(len(found)), name in generic, _is_bare(found), packed(found))
        for name, found in sorted(places.items())
    )


def _is_bare(found: Mapping[int, Place]) -> bool:
    return bool(found) and not any(texts & (TEXTS | CODE) for _, texts in found.values())


def packed(found: Mapping[int, tuple[int, int]]) -> bytes:
    """Return the places of a term as `Term` has them."""
    if len(found) == 1:
        ((number, (weight, texts)),) = found.items()
        return _ONE.pack(number, weight, texts)
    columns = zip(*((number, *place) for number, place in sorted(found.items())), strict=True)
    return struct.pack(f"<{3 * len(found)}I", *(value for column in columns for value in column))


_ONE = struct.Struct("<3I")


def rarity(documents: int, found: int) -> int:
    """Return how much a term tells that `found` of all documents contain, in tenths."""
    return max(1, round(10 * math.log(1 + (documents - found + 0.5) / (found + 0.5))))

"""What a document gives to the index: its terms with their weights, and the forms of its words."""

import itertools
from collections.abc import Callable, Iterator

from toolcrib.catalog.earned import TEXTS, WHOLE
from toolcrib.catalog.exported_terms import scaled_weight, stemmed, whole_term
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.vectors import Vector, document_vector
from toolcrib.catalog.words import fold, joined, parts, split
from toolcrib.model.value import Value

TELLING = 5
"""The least weight of a text whose words can tell what a document is about."""

OF_PART = 70
"""Per cent that a part of a module's name counts: `orm` of `tortoise-orm`."""

IN_CODE, OF_MODULE, BARE = 3, 12, 11
"""The weights of a name in code, of a module's names, and of what is in the latter."""

Text = tuple[int, str]
"""A text of a document, and how much its words weigh."""


class Document(Value, frozen=True, kw_only=True):
    """What is found: a task or a module, with the texts it is found by."""

    key: str
    texts: tuple[Text, ...]


class DocumentTerms(Value, frozen=True, kw_only=True, array_like=True):
    """Weight and bits of texts by term; the terms that whole words are; what all of it means."""

    places: dict[str, tuple[int, int]]
    forms: dict[str, str]
    vector: tuple[int, ...] | None


def document_terms(
    document: Document, stop: frozenset[str], vector_of: Callable[[str], Vector | None]
) -> DocumentTerms:
    """Return what a document gives to the index."""
    places: dict[str, tuple[int, int]] = {}
    forms: dict[str, str] = {}
    for form, term, weight, bits in _standing(document, stop):
        if form and bits & TEXTS and not term.isdigit():
            forms[form] = term
        before, texts = places.get(term, (0, 0))
        more = max(before, weight) + min(before, weight) // 5
        places[term] = (more, texts | bits)
    telling = [text for weight, text in document.texts if weight >= TELLING]
    # What a word means shows beside which others it stands; here none says nothing.
    by_text = ({term: None for _, term in terms(text, frozenset())} for text in telling)
    return DocumentTerms(places=places, forms=forms, vector=document_vector(by_text, vector_of))


def _standing(document: Document, stop: frozenset[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the words of a document text by text: form, term, weight and bits.

    So, without a form, are two words of a telling text that follow each other.
    """
    position = 0
    for weight, text in document.texts:
        found = dict(terms(text, stop))
        bits = 0
        if weight >= TELLING:
            bits = min(1 << position, CODE >> 1)
            position += 1
        scaled = scaled_weight(weight, len(found))
        whole = whole_term(text) if weight == IN_CODE else ""
        named = joined(fold(text)) if weight == OF_MODULE and len(found) > 1 else ""
        for form, term in found.items():
            said = scaled * OF_PART // 100 if named and form != named else scaled
            yield form, term, said, bits | (WHOLE if term == whole else 0)
        if weight >= TELLING:
            for one, other in itertools.pairwise(found.values()):
                yield "", f"{one} {other}", scaled, bits


def terms(text: str, stop: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with the term of each.

    A compound name gives itself as one word, and its parts.
    """
    for word in split(text):
        pieces = parts(word)
        if len(pieces) > 1:
            yield joined(word), joined(word)
        for piece in pieces:
            if piece not in stop and len(piece) > 1:
                yield piece, stemmed(piece)

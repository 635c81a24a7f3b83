"""What browsers know of words: terms, where they stand, forms that slips are mended by, vectors.

Terms have numbers: first, by the alphabet, words of titles, phrases and uses, then those that are
names in code alone. Two words that follow each other have none of their own; they stand with their
documents, by their places among the words that each of these has.
"""

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.earned import TEXTS
from toolcrib.catalog.lookup import BARE, GENERIC, PLACE
from toolcrib.catalog.numbers import numbers
from toolcrib.catalog.vectors import ELSEWHERE
from toolcrib.catalog.words import stem
from toolcrib.web.search_columns import Columns, by_frequency, folded, steps


class _Term(NamedTuple):
    """A term with its places: numbers of documents, weights, and bits of texts."""

    name: str
    rarity: int
    kind: int
    documents: tuple[int, ...]
    weights: tuple[int, ...]
    texts: tuple[int, ...]


def vocabulary(bundle: Bundle, columns: Columns, blocks: dict[str, bytes]) -> dict[str, object]:
    """Return words, names, forms and synonyms; fill the columns and blocks that go with them."""
    found = list(_terms(bundle))
    pairs = [term for term in found if " " in term.name]
    single = [term for term in found if " " not in term.name]
    telling = [bool(term.kind & GENERIC) or _is_word(term) for term in single]
    words = list(itertools.compress(single, telling))
    names = list(itertools.compress(single, (not each for each in telling)))
    terms = words + names
    known = {term.name: number for number, term in enumerate(terms)}
    columns["generic"] = [known[term.name] for term in terms if term.kind & GENERIC]
    columns["bare"] = steps(known[term.name] for term in terms if term.kind & BARE)
    _postings(terms, columns)
    _pairs(words, pairs, columns)
    # It depends on nothing but the number of documents.
    rarities = {len(term.documents): term.rarity for term in found}
    columns["rarity"] = [rarities.get(count, 0) for count in range(max(rarities, default=0) + 1)]
    return {
        "words": _folded("words", [term.name for term in words], columns),
        "names_in_code": _folded("names_in_code", [term.name for term in names], columns),
        "forms": _forms(bundle, known, columns),
        "meant": _vectors(bundle, known, columns, blocks),
        "same": _same(bundle, known),
    }


def _terms(bundle: Bundle) -> Iterator[_Term]:
    rows = bundle.rows("SELECT term, rarity, kind, places FROM terms ORDER BY term")
    everything = numbers(b"".join(places for *_, places in rows))
    start = 0
    for term, rarity, kind, places in rows:
        count = len(places) // PLACE
        weights, texts, end = (start + at * count for at in (1, 2, 3))
        columns = everything[start:weights], everything[weights:texts], everything[texts:end]
        yield _Term(term, rarity, kind, *columns)
        start = end


def _is_word(term: _Term) -> bool:
    return any(bits & TEXTS for bits in term.texts)


def _folded(name: str, words: list[str], columns: Columns) -> str:
    columns[f"{name}_shared"], ends = folded(words)
    return ends


def _postings(terms: Iterable[_Term], columns: Columns) -> None:
    """Fill the columns of postings: how many each term has, their documents, weights and texts.

    Of weights and bits of texts there are few: each is a number in a table, the frequent ones low.
    """
    columns["posting_count"] = [len(term.documents) for term in terms]
    columns["posting_document"] = [step for term in terms for step in _rises(term.documents)]
    _by_table("weight", [weight for term in terms for weight in term.weights], columns)
    _by_table("texts", [bits for term in terms for bits in term.texts], columns)


def _by_table(name: str, values: list[int], columns: Columns) -> None:
    table = by_frequency(values)
    columns[f"{name}_table"] = list(table)
    columns[f"posting_{name}"] = list(map(table.__getitem__, values))


def _rises(rising: Iterable[int], before: int = 0) -> Iterator[int]:
    for number in rising:
        yield number - before
        before = number


def _pairs(words: list[_Term], pairs: list[_Term], columns: Columns) -> None:
    """Fill the columns of pairs: how many each document has, which, and their weights.

    A pair is a number: the place of its first word among the document's telling ones, times how
    many these are, and the place of its second word.
    """
    places: dict[int, dict[str, int]] = {}
    for term in words:
        for document, bits in zip(term.documents, term.texts, strict=True):
            if bits & TEXTS:
                of_document = places.setdefault(document, {})
                of_document[term.name] = len(of_document)
    found: dict[int, list[tuple[int, int]]] = {}
    for term in pairs:
        first, second = term.name.split(" ")
        for document, weight in zip(term.documents, term.weights, strict=True):
            of = places[document]
            found.setdefault(document, []).append((of[first] * len(of) + of[second], weight))
    in_order = [sorted(found.get(document, ())) for document in range(max(places, default=-1) + 1)]
    columns["pair_count"] = list(map(len, in_order))
    columns["pair"] = [
        step for of_document in in_order for step in _rises(pair for pair, _ in of_document)
    ]
    weights = [weight for of_document in in_order for _, weight in of_document]
    table = by_frequency(weights)
    columns["pair_weight_table"] = list(table)
    columns["pair_weight"] = list(map(table.__getitem__, weights))


def _forms(bundle: Bundle, known: dict[str, int], columns: Columns) -> str:
    """Return forms, and fill the columns of those whose term is not simply their stem."""
    forms = sorted(bundle.forms().items())
    others = [(place, term) for place, (form, term) in enumerate(forms) if term != stem(form)]
    columns["form_other"] = list(_rises(place for place, _ in others))
    columns["form_term"] = steps(known[term] + 1 if term else 0 for _, term in others)
    return _folded("forms", [form for form, _ in forms], columns)


def _vectors(
    bundle: Bundle, known: dict[str, int], columns: Columns, blocks: dict[str, bytes]
) -> str:
    """Return the words that have a vector and are no terms, and fill the blocks of vectors.

    Those of terms come first, by their numbers; these fill a column.
    """
    vectors = bundle.packed_vectors()
    terms = sorted(vectors.keys() & known.keys(), key=known.__getitem__)
    # Directions of questions are no words; all of them stand in a matrix.
    others = [each for each in vectors if each not in known and not each.startswith(ELSEWHERE)]
    columns["meant_term"] = list(_rises(known[term] for term in terms))
    blocks["vectors"] = b"".join(vectors[each] for each in (*terms, *others))
    blocks |= dict(bundle.rows("SELECT name, packed FROM matrices ORDER BY name"))
    return _folded("meant", others, columns)


def _same(bundle: Bundle, known: dict[str, int]) -> dict[str, list[int]]:
    same: dict[str, list[int]] = {}
    for term, other in bundle.rows("SELECT term, other FROM same ORDER BY term, other"):
        if other in known:
            same.setdefault(term, []).append(known[other])
    return same

"""What documents earn for the concepts of a question."""

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.question import Concept

GENERIC = 25
"""Per cent that a generic word counts."""
ENOUGH, LESS, LEAST = 58, 6, 20
"""Per cent of the question that a hit must answer: so much, less for each concept, at least that.

The more people say, the more of it is beside the point.
"""
WHOLE = 1 << 30
"""A bit among those of texts, beside `CODE`: a whole name in code."""
TEXTS = CODE - 1
"""The bits of texts that tell what a document is about: a bit each, the last for all more."""


LOOKED_THROUGH, LOOKED_AT = 20_000, 100
"""Bounds of what words find: places of essential words, and documents that have one.

After so many places, the rarest words first, no more words are looked through. Of the documents
found so many are looked at: what earns most by these words.
"""


class Earned(msgspec.Struct):
    """What a document earned by the numbers of concepts, and as bits in which texts those stand.

    `pairs` is what it earned for each two concepts that follow each other. What is nothing is left
    out; each concept with a value has bits, if only none. `bits` are those of all texts together.
    """

    values: dict[int, int]
    texts: dict[int, int]
    pairs: dict[int, int]
    bits: int = 0


NOTHING = Earned({}, {}, {})
"""What a document earned that has no word of the question."""


def earned_for(
    bundle: Bundle, concepts: list[Concept], pairs: list[dict[str, int]]
) -> dict[int, Earned]:
    """Return what documents earned, of those that may answer enough.

    Words that all together are not enough find nothing: they count where others stand, too.
    """
    wanted = _with_partners(bundle, _documents(bundle, concepts))
    earned: dict[int, Earned] = {}
    for number in range(len(concepts)):
        _add(bundle, earned, concepts[number], number, wanted)
    for number, pair in enumerate(pairs):
        for term, counts in pair.items():
            documents, weights, _ = bundle.places(term)
            for place in _common(documents, wanted):
                # Where two words follow each other, both stand.
                values = earned[documents[place]].pairs
                value = weights[place] * counts // 100
                if value > values.get(number, 0):
                    values[number] = value
    return earned


def _documents(bundle: Bundle, concepts: list[Concept]) -> set[int]:
    """Return the documents that are looked at: what can answer enough has an essential word."""
    terms = _looked_through(bundle, concepts)
    found = set().union(*(bundle.places(term)[0] for term in terms))
    if len(found) <= LOOKED_AT:
        return found
    rough: dict[int, int] = {}
    for term, counts in terms.items():
        documents, weights, _ = bundle.places(term)
        for document, weight in zip(documents, weights, strict=True):
            rough[document] = rough.get(document, 0) + weight * counts
    least = sorted(rough.values())[-LOOKED_AT]
    found = {document for document, value in rough.items() if value > least}
    leads = bundle.leads()
    alike = [document for document, value in rough.items() if value == least]
    alike.sort(key=lambda document: (-leads.get(document, 0), document))
    return found.union(alike[: LOOKED_AT - len(found)])


def _looked_through(bundle: Bundle, concepts: list[Concept]) -> dict[str, int]:
    """Return the essential terms with what each counts, but of many common ones only the first."""
    terms: dict[str, int] = {}
    places = 0
    for number in _essential(bundle, concepts):
        if places > LOOKED_THROUGH:
            break
        for term, counts in _counts(concepts[number]):
            terms[term] = max(counts, terms.get(term, 0))
            places += len(bundle.places(term)[0])
    return terms


def _with_partners(bundle: Bundle, documents: set[int]) -> set[int]:
    """Return documents, the tasks that modules among them do, and the modules of tasks."""
    tasks, rows = bundle.tasks_with(), bundle.candidates()
    wanted = set(documents)
    for document in documents:
        wanted.update(tasks.get(document, ()))
        wanted.update([row[1] for row in rows.get(document, ())])
    return wanted


def _essential(bundle: Bundle, concepts: list[Concept]) -> list[int]:
    """Return the numbers of the concepts of which every hit has one at least, the rarest first."""
    weights = [weight_of(concept) for concept in concepts]
    left = enough_of(concepts) * sum(weights)
    others: set[int] = set()
    for number in sorted(range(len(concepts)), key=lambda number: (weights[number], number)):
        left -= 100 * weights[number]
        if left <= 0:
            break
        concept = concepts[number]
        if not concept.coded and not any(map(bundle.in_code, concept.terms)):
            others.add(number)
    essential = [number for number in range(len(concepts)) if number not in others]
    return sorted(essential, key=lambda number: (-weights[number], number))


def _counts(concept: Concept) -> list[tuple[str, int]]:
    """Return the terms of a concept with what each counts."""
    if not concept.generic:
        return list(concept.terms.items())
    return [(term, share * GENERIC // 100) for term, share in concept.terms.items()]


def _common(documents: tuple[int, ...], wanted: set[int]) -> list[int]:
    """Return the places of the wanted ones among documents, which are in order."""
    if len(documents) < _MANY * len(wanted):
        return [place for place, document in enumerate(documents) if document in wanted]
    from bisect import bisect_left  # noqa: PLC0415 -- only where the catalog is large

    found, count = [], len(documents)
    for document in wanted:
        place = bisect_left(documents, document)
        if place < count and documents[place] == document:
            found.append(place)
    return found


_MANY = 12
"""So many times as many documents are not looked through one by one."""


def _add(
    bundle: Bundle, earned: dict[int, Earned], concept: Concept, number: int, wanted: set[int]
) -> None:
    """Add what the wanted documents earned for one concept."""
    for term, counts in _counts(concept):
        documents, weights, texts = bundle.places(term)
        for place in _common(documents, wanted):
            document = documents[place]
            of_document = earned.get(document)
            if of_document is None:
                of_document = earned[document] = Earned({}, {}, {})
            value = weights[place] * counts // 100
            if value > of_document.values.get(number, 0):
                of_document.values[number] = value
            bits = texts[place]
            of_document.texts[number] = of_document.texts.get(number, 0) | bits
            of_document.bits |= bits


def enough_of(concepts: list[Concept]) -> int:
    """Return the per cent of a question that a hit must answer."""
    return max(LEAST, ENOUGH - LESS * len(concepts))


def weight_of(concept: Concept) -> int:
    """Return how much of a question a concept is."""
    return concept.rarity * (GENERIC if concept.generic else 100)

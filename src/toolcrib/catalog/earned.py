"""What documents earn for the concepts of a question."""

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.question import Concept

GENERIC = 25
"""Per cent that a generic word counts."""
ENOUGH, LESS, LEAST = 58, 6, 20
"""Per cent of the question that a hit must answer: so much, less for each concept, at least that.

The more people say, the more of it is beside the point.
"""
CODE, WHOLE, NAMED = 1 << 29, 1 << 30, 1 << 31
"""Bits among those of texts.

A name of several words that a module exports (`read_csv`), a whole name in code, a word of a
module's name.
"""
TEXTS = CODE - 1
"""The bits of texts that tell what a document is about: a bit each, the last for all more."""


class Earned(msgspec.Struct):
    """What a document earned for each concept, and as bits in which of its texts that stands.

    `pairs` is what it earned for each two concepts that follow each other.
    """

    values: list[int]
    texts: list[int]
    pairs: list[int]


def earned_for(
    bundle: Bundle, concepts: list[Concept], pairs: list[dict[str, int]]
) -> dict[int, Earned]:
    """Return what documents earned, of those that may answer enough.

    Words that all together are not enough find nothing: they count where others stand, too.
    """
    earned: dict[int, Earned] = {}
    first, others = _essential(bundle, concepts)
    for number in first:
        _add(bundle, earned, concepts, number, None)
    if others:
        wanted = set(earned)
        tasks, rows = bundle.tasks_with(), bundle.candidates()
        for document in earned:
            wanted.update(tasks.get(document, ()))
            wanted.update(row[1] for row in rows.get(document, ()))
        for number in others:
            _add(bundle, earned, concepts, number, wanted)
    for number, pair in enumerate(pairs):
        for term, counts in pair.items():
            for document, weight, _ in zip(*bundle.places(term), strict=True):
                if document in earned:
                    values = earned[document].pairs
                    values[number] = max(values[number], weight * counts // 100)
    return earned


def _essential(bundle: Bundle, concepts: list[Concept]) -> tuple[list[int], list[int]]:
    """Return the numbers of the concepts of which every hit has one at least, and of the others."""
    weights = [weight_of(concept) for concept in concepts]
    left = enough_of(concepts) * sum(weights)
    others: list[int] = []
    for number in sorted(range(len(concepts)), key=lambda number: (weights[number], number)):
        left -= 100 * weights[number]
        if left <= 0:
            break
        texts = (bits for term in concepts[number].terms for bits in bundle.places(term)[2])
        if not any(bits & CODE for bits in texts):
            others.append(number)
    return [number for number in range(len(concepts)) if number not in others], others


def _add(
    bundle: Bundle,
    earned: dict[int, Earned],
    concepts: list[Concept],
    number: int,
    wanted: set[int] | None,
) -> None:
    """Add what documents earned for one concept; where some are wanted, for those alone."""
    lowered = GENERIC if concepts[number].generic else 100
    for term, share in concepts[number].terms.items():
        counts = share * lowered // 100
        for document, weight, texts in zip(*bundle.places(term), strict=True):
            if wanted is not None and document not in wanted:
                continue
            of_document = earned.get(document)
            if of_document is None:
                of_document = earned[document] = nothing(len(concepts))
            value = weight * counts // 100
            if value > of_document.values[number]:  # noqa: PLR1730 -- a call costs as much as the rest
                of_document.values[number] = value
            of_document.texts[number] |= texts


def nothing(concepts: int) -> Earned:
    """Return what a document has that earned nothing for so many concepts."""
    return Earned([0] * concepts, [0] * concepts, [0] * concepts)


def enough_of(concepts: list[Concept]) -> int:
    """Return the per cent of a question that a hit must answer."""
    return max(LEAST, ENOUGH - LESS * len(concepts))


def weight_of(concept: Concept) -> int:
    """Return how much of a question a concept is."""
    return concept.rarity * (GENERIC if concept.generic else 100)

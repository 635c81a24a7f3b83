"""How near a question is to documents in what it means, whichever words it takes.

Each word of a question has a direction, and so has each document: see `vectors`.
"""

from typing import NamedTuple

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.question import LONGEST, Concept
from toolcrib.catalog.vectors import scaled, total
from toolcrib.catalog.words import split, stem

NEAR = 45
"""Per cent of nearness from which a document may answer by what it means alone."""
FAR = 20
"""Per cent of nearness below which nothing answers, by whatever words."""
UNKNOWN_MEANING = 35
"""Per cent of nearness that a question counts of which no word has a known meaning.

Its words must answer the more of it: neither half of two words nor one of four is enough.
"""
STORY = 12
"""Words of a question above which it is a story."""
NEAREST = 30
"""Documents at most that are found by that."""


class Nearness(NamedTuple):
    """How near each document is, in per cent, and the nearest direction away from all of them.

    Where no word of the question has a meaning, none is.
    """

    documents: list[int]
    elsewhere: int

    def of(self, document: int, module_document: int) -> int:
        """Return how near a task is, or its module; one that does not exist is not.

        Where nothing is known of what the question means, all are as near as it takes.
        """
        near = self.documents
        if not near:
            return NEAR
        own = near[document] if document >= 0 else FAR - 1
        of_module = near[module_document] if module_document >= 0 else FAR - 1
        return max(of_module, own)

    def nearest(self) -> set[int]:
        """Return the documents that may answer by what they mean."""
        near = self.documents
        least = max(NEAR, sorted(near)[-NEAREST]) if len(near) > NEAREST else NEAR
        return {document for document, per_cent in enumerate(near) if per_cent >= least}


NOWHERE_NEAR = Nearness([], 0)


def nearness(bundle: Bundle, concepts: list[Concept], query: str) -> Nearness:
    """Return how near the documents of a bundle are to a question.

    Words that search does not look for may say something, too (`nearly the same`), if there are few
    others; in a story they are in the way.
    """
    words = dict.fromkeys(concept.stem for concept in concepts)
    if len(concepts) <= STORY:
        stop = bundle.stop_words()
        words |= dict.fromkeys(stem(word) for word in split(query)[:LONGEST] if word in stop)
    vectors = bundle.vectors(words)
    if not vectors:
        return NOWHERE_NEAR
    meant = scaled(total(vectors.values()))
    elsewhere = max(bundle.matrix("elsewhere").nearness(meant), default=0)
    return Nearness(bundle.matrix("documents").nearness(meant), elsewhere)

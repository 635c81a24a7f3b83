"""How near a question is to documents in what it means, whichever words it takes.

Each word of a question has a direction, and so has each document: see `vectors`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.question import Concept
from toolcrib.catalog.vectors import scaled, total

NEAR = 50
"""Per cent of nearness from which a document may answer by what it means alone."""
FAR = 20
"""Per cent of nearness below which nothing answers, by whatever words."""
NEAREST = 30
"""Documents at most that are found by that."""

OURS = frozenset(
    {"python", "py", "module", "package", "library", "script", "program", "code"}
    | {"bibliotheque", "librairie", "paquet", "programme"}
)
"""Who says one of these words speaks of programs, and most likely of ours."""
LESS_ELSEWHERE = 25
"""Per cent that such a question is less near to what is elsewhere."""


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
        return own if own > of_module else of_module

    def nearest(self) -> set[int]:
        """Return the documents that may answer by what they mean."""
        near = self.documents
        least = max(NEAR, sorted(near)[-NEAREST]) if len(near) > NEAREST else NEAR
        return {document for document, per_cent in enumerate(near) if per_cent >= least}


NOWHERE_NEAR = Nearness([], 0)


def nearness(bundle: Bundle, concepts: list[Concept], words: Iterable[str]) -> Nearness:
    """Return how near the documents of a bundle are to a question of these words."""
    vectors = bundle.vectors(concept.stem for concept in concepts)
    if not vectors:
        return NOWHERE_NEAR
    meant = scaled(total(vectors.values()))
    elsewhere = max(bundle.matrix("elsewhere").nearness(meant), default=0)
    if not OURS.isdisjoint(words):
        elsewhere -= LESS_ELSEWHERE
    return Nearness(bundle.matrix("documents").nearness(meant), elsewhere)

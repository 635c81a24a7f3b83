"""How well a candidate fits a question: from what its documents earned to one whole number."""

from typing import NamedTuple

from toolcrib.catalog.earned import (
    TEXTS,
    WHOLE,
    Earned,
    enough_of,
    weight_of,
)
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.question import Concept

ALL, HALF = 100, 50
"""The per cent of what counts in full, and of enough that a candidate must answer."""
TOGETHER = 50
"""Per cent of a score that depends on how much of the question stands together in one text."""
IN_PASSING = 40
"""Per cent of the question that a word answers which stands in code or in a docstring alone."""


class Asked:
    """A question with what its scoring needs all the time."""

    def __init__(self, concepts: list[Concept]) -> None:
        """Weigh the concepts."""
        self.concepts = concepts
        self.weights = [weight_of(concept) for concept in concepts]
        self.whole = sum(self.weights)
        self.least = enough_of(concepts) * self.whole * HALF
        self.generic = [concept.generic for concept in concepts]
        self.coded = [number for number, concept in enumerate(concepts) if concept.coded]
        self._closeness: dict[int, int] = {}

    def is_named(self, earned: Earned) -> bool:
        """Tell whether a name in code was met by which nobody could mean anything else."""
        if earned.bits & CODE or not self.coded:
            return bool(earned.bits & CODE)
        return any(earned.texts.get(number, 0) & WHOLE for number in self.coded)

    def is_whole(self, earned: Earned) -> bool:
        """Tell whether all of the question was met, and a name in code is a telling word of it."""
        texts, generic = earned.texts, self.generic
        return len(earned.values) == len(generic) and any(
            texts[number] & WHOLE and not generic[number] for number in earned.values
        )

    def closeness(self, earned: Earned) -> int:
        """Return the per cent of the question that stands together in one text of a document."""
        # Many candidates share the document of their module.
        known = self._closeness.get(id(earned))
        if known is None:
            known = self._closeness[id(earned)] = _closeness(self, earned)
        return known

    def may_be_answered(self, own: Earned, of_module: Earned) -> bool:
        """Tell whether two documents may answer half of enough; most do not."""
        if self.is_named(own) or self.is_named(of_module):
            return True
        met = own.texts.keys() | of_module.texts.keys()
        # 100: as if all of it stood in telling texts; and once more for the per cent.
        return sum(map(self.weights.__getitem__, met)) * 100 * 100 >= self.least


class Fit(NamedTuple):
    """What a candidate earned for a question, and how much of that it answers, in per cent of it.

    One that `is_named` has a name in its code by which nobody could mean anything else.
    """

    met: Earned
    answered: int
    is_named: bool


def fit(asked: Asked, own: Earned, of_module: Earned, share: int) -> Fit | None:
    """Return how a task and, so many per cent, its module fit a question by its words, if they do.

    They answer half of enough, and something telling of it by a title, a phrase, a use or a name of
    the module. A name in the code does only where nobody could mean anything else by it.
    """
    met = _both(own, of_module, share)
    texts, weights = met.texts, asked.weights
    answered = sum([weights[n] * (100 if texts[n] else IN_PASSING) for n in met.values])
    is_named = asked.is_named(met)
    if is_named or (answered * 100 >= asked.least and _says(asked, met)):
        return Fit(met, answered // asked.whole, is_named)
    return None


def score(asked: Asked, own: Earned, of_module: Earned, share: int, found: Fit) -> int:
    """Return what all concepts earned, in proportion to how much of the question that is.

    It is less where that does not stand together.
    """
    in_all = sum(found.met.values.values()) + sum(found.met.pairs.values())
    close = max(asked.closeness(own), asked.closeness(of_module) * share // 100)
    whole = in_all * found.answered // 100
    return whole * (100 - TOGETHER + TOGETHER * close // 100) // 100


def _both(own: Earned, of_module: Earned, share: int) -> Earned:
    """Return what a task and, so many per cent, its module earned together."""
    if not own.texts and share == ALL:
        return of_module
    if not of_module.texts:
        return own
    texts = own.texts.copy()
    for number, bits in of_module.texts.items():
        texts[number] = texts.get(number, 0) | bits
    return Earned(
        _larger(own.values, of_module.values, share),
        texts,
        _larger(own.pairs, of_module.pairs, share),
        own.bits | of_module.bits,
    )


def _larger(own: dict[int, int], others: dict[int, int], share: int) -> dict[int, int]:
    found = own.copy()
    for number, value in others.items():
        lowered = value * share // 100
        if lowered > found.get(number, 0):
            found[number] = lowered
    return found


def _says(asked: Asked, earned: Earned) -> bool:
    """Tell whether a text has one telling word."""
    texts, generic = earned.texts, asked.generic
    return any(texts[number] & TEXTS and not generic[number] for number in earned.values)


def _closeness(asked: Asked, earned: Earned) -> int:
    weights = asked.weights
    met = [(bits, weights[n]) for n, texts in earned.texts.items() if (bits := texts & TEXTS)]
    # A text that has one word alone is no closer than the heaviest word.
    best = bits = seen = 0
    for texts, weight in met:
        bits |= seen & texts
        seen |= texts
        best = max(best, weight)
    while bits:
        text = bits & -bits
        bits ^= text
        best = max(best, sum([weight for texts, weight in met if texts & text]))
    return 100 * best // asked.whole

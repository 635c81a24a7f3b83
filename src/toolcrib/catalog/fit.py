"""How well a candidate fits a question: from what its documents earned to one whole number."""

from typing import NamedTuple

from toolcrib.catalog.earned import (
    NAMED,
    TEXTS,
    WHOLE,
    Earned,
    enough_of,
    weight_of,
)
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.question import Concept

ALL, BESIDE, HALF = 100, 60, 50
"""The per cent of what counts in full, of what fills a list up, and of enough.

What fills a list up counts so many per cent, and answers so many per cent of enough."""
FEW = 3
"""Telling words of a question of which one alone is not enough."""
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
        self.enough = enough_of(concepts) * self.whole
        self.generic = [concept.generic for concept in concepts]
        self.telling = self.generic.count(False)

    def may_be_answered(self, own: Earned, of_module: Earned) -> bool:
        """Tell whether two documents may answer half of enough; most do not."""
        if (own.bits | of_module.bits) & CODE:
            return True
        met = own.texts.keys() | of_module.texts.keys()
        # 100: as if all of it stood in telling texts; and once more for the per cent.
        return sum(map(self.weights.__getitem__, met)) * 100 * 100 >= self.enough * HALF


class Fit(NamedTuple):
    """What a candidate earned for a question, and how much of that it answers.

    `enough` tells whether that may stand by itself, or only `beside` what does.
    """

    met: Earned
    answered: int
    enough: bool
    beside: bool


def fit(asked: Asked, own: Earned, of_module: Earned, share: int) -> Fit:
    """Return how a task and, so many per cent, its module fit a question.

    Something must be told by a title, a phrase, a use or a name of the module. A name in the code
    does only for who asks for nothing else, or where nobody could mean anything else by it.
    """
    met = _both(own, of_module, share)
    texts, weights = met.texts, asked.weights
    answered = sum([weights[n] * (100 if texts[n] else IN_PASSING) for n in met.values])
    if met.bits & CODE:
        return Fit(met, answered, enough=True, beside=True)
    enough = answered >= asked.enough and _tells(asked, met)
    beside = enough or (answered * 100 >= asked.enough * HALF and _says(asked, met))
    return Fit(met, answered, enough, beside)


def score(asked: Asked, own: Earned, of_module: Earned, share: int, found: Fit) -> int:
    """Return what all concepts earned, in proportion to how much of the question that is.

    It is less where that does not stand together.
    """
    counts = 100 if found.enough else BESIDE
    in_all = sum(found.met.values.values()) + sum(found.met.pairs.values())
    whole = in_all * found.answered * counts // (10_000 * asked.whole)
    close = max(_closeness(asked, own), _closeness(asked, of_module) * share // 100)
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


def _tells(asked: Asked, earned: Earned) -> bool:
    """Tell whether what was met says what the question is about.

    One of two or three telling words does so only where it is a name: `numpy fields`, but not
    `magnetic fields`.
    """
    generic = asked.generic
    met = [(earned.texts[number], generic[number]) for number in earned.values]
    if len(met) == len(generic) and any(bits & WHOLE and not g for bits, g in met):
        return True
    if not asked.telling:
        return len(met) > 1
    telling = [bits for bits, g in met if bits & TEXTS and not g]
    if len(telling) == 1 < asked.telling <= FEW:
        return bool(earned.pairs) or bool(telling[0] & NAMED)
    return bool(telling)


def _closeness(asked: Asked, earned: Earned) -> int:
    """Return the per cent of the question that stands together in one text."""
    weights = asked.weights
    met = [(bits, weights[n]) for n, texts in earned.texts.items() if (bits := texts & TEXTS)]
    best = max([weight for _, weight in met], default=0)
    bits = earned.bits & TEXTS if len(met) > 1 else 0
    while bits:
        text = bits & -bits
        bits ^= text
        best = max(best, sum([weight for texts, weight in met if texts & text]))
    return 100 * best // asked.whole

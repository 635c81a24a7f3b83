"""Whether the best answer to a question is worth giving, or nothing here fits.

The weights were fitted to thousands of questions with and without an answer (`training/`), by
logistic regression on hits of vectors that had not seen them.
"""

from typing import NamedTuple

ELSEWHERE, ANSWERED, WORDS = 65, 40, 320
"""Per cent that count beside how near the best document is in what it means.

The nearest direction away from the catalog counts against it; how much of the question the words of
the best hit answer, and each further word, for it.
"""
MOST_WORDS = 12
"""Words that count: who tells more than that tells a story."""
SURE = 64
"""Per cent from which an answer is given."""


class Signs(NamedTuple):
    """What tells whether an answer is right.

    `near` and `elsewhere` are per cent of nearness, `answered` per cent of the weight of the
    question.
    """

    near: int
    elsewhere: int
    answered: int
    words: int


def is_certain(signs: Signs) -> bool:
    """Tell whether an answer is worth giving."""
    words = min(signs.words, MOST_WORDS)
    pro = signs.near * 100 + signs.answered * ANSWERED + words * WORDS
    return pro - signs.elsewhere * ELSEWHERE >= SURE * 100

"""Whether the best answer to a question is worth giving, or nothing here fits.

The weights were fitted to thousands of questions with and without an answer (`training/`), by
logistic regression on hits of vectors that had not seen them.
"""

from typing import NamedTuple

ELSEWHERE, SAID, ANSWERED, WORDS = 65, 13, 51, 320
"""Per cent that count beside how near the best document is in what it means.

The nearest direction away from the catalog counts against it; what the best hit earned by the words
of the question, how much of it those are, and each further word, for it.
"""
MOST_WORDS = 20
"""Words that count: who tells more than that tells a story."""
SURE = 79
"""Per cent from which an answer is given."""


class Signs(NamedTuple):
    """What tells whether an answer is right.

    `near` and `elsewhere` are per cent of nearness, `said` and `answered` per cent of the weight of
    the question: what the best hit earned by its words, and how much of it these are.
    """

    near: int
    elsewhere: int
    said: int
    answered: int
    words: int


def is_certain(signs: Signs) -> bool:
    """Tell whether an answer is worth giving."""
    # However much it earned, it is one sign of several.
    said = signs.said * 100 // (signs.said + 100)
    in_words = said * SAID + signs.answered * ANSWERED + min(signs.words, MOST_WORDS) * WORDS
    return signs.near * 100 - signs.elsewhere * ELSEWHERE + in_words >= SURE * 100

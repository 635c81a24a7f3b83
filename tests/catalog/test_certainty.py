"""Whether the best answer is worth giving."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.catalog.certainty import MOST_WORDS, Signs, is_certain

SIGNS = st.builds(
    Signs,
    near=st.integers(-20, 120),
    elsewhere=st.integers(0, 120),
    answered=st.integers(0, 100),
    words=st.integers(1, 64),
)


@pytest.mark.parametrize("sign", ["near", "answered", "words"])
@given(signs=SIGNS, more=st.integers(1, 100))
def test_more_of_a_good_sign_never_makes_less_certain(sign: str, signs: Signs, more: int):
    """Nearness, words and their weight speak for an answer."""
    better = signs._replace(**{sign: getattr(signs, sign) + more})
    assert is_certain(better) >= is_certain(signs)


@given(SIGNS, st.integers(1, 100))
def test_more_of_elsewhere_never_makes_more_certain(signs: Signs, more: int):
    """What leads away from the catalog speaks against it."""
    worse = signs._replace(elsewhere=signs.elsewhere + more)
    assert is_certain(worse) <= is_certain(signs)


@pytest.mark.parametrize("sign", Signs._fields)
def test_every_sign_can_turn_the_answer(sign: str):
    """Each is there for something: there are questions that it decides alone."""
    low, high = Signs(0, 0, 0, 1), Signs(100, 100, 100, MOST_WORDS)
    others = (
        Signs(near, elsewhere, answered, 1)
        for near in range(0, 101, 5)
        for elsewhere in range(0, 101, 10)
        for answered in range(0, 101, 10)
    )
    ends = [{sign: getattr(end, sign)} for end in (low, high)]
    assert any(len({is_certain(each._replace(**end)) for end in ends}) == 2 for each in others)


def test_nothing_at_all_is_not_certain():
    """Neither for one word nor for a story."""
    for words in (1, MOST_WORDS, 64):
        assert not is_certain(Signs(near=0, elsewhere=0, answered=0, words=words))


@given(SIGNS)
def test_a_story_counts_no_more_than_many_words(signs: Signs):
    """Whoever tells more has said it by then."""
    most = signs._replace(words=MOST_WORDS)
    assert is_certain(signs._replace(words=64)) == is_certain(most)

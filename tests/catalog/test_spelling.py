"""Slips that are understood, and words that are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.catalog.spelling import all_nearest, distance, nearest

KNOWN = [
    "beautifulsoup4",
    "cast",
    "chart",
    "connect",
    "download",
    "json",
    "jour",
    "make",
    "matplotlib",
    "numpy",
    "pandas",
    "password",
    "postgresql",
    "regular",
    "request",
    "socket",
    "vide",
    "yaml",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("josn", "json"),
        ("yamll", "yaml"),
        ("matlibplot", "matplotlib"),
        ("requets", "request"),
        ("beautifulsuop4", "beautifulsoup4"),
        ("passwrod", "password"),
        ("postgressqll", "postgresql"),
        ("dowload", "download"),
        ("pnadas", "pandas"),
        ("jsom", "json"),
        ("jsob", "json"),
        ("chrt", "chart"),
        ("sokcet", "socket"),
    ],
)
def test_slips_are_understood(typed: str, meant: str):
    """Swapped, missing, doubled and wrong letters find the word, as do parts out of order."""
    assert nearest(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["cake", "chocolate", "jsonic", "xml", "yml", "asdfghjk"])
def test_other_words_are_left_alone(typed: str):
    """A word that is near only by chance is no slip; short words are rarely mistyped."""
    assert nearest(typed, KNOWN) is None


def test_of_equally_near_words_the_first_is_taken():
    """The answer does not depend on the order of the words."""
    assert nearest("brackett", ["brackets", "brackete"]) == "brackete"
    assert nearest("brackett", ["brackete", "brackets"]) == "brackete"


@given(st.text("abc"), st.text("abc"))
def test_distance_is_symmetric(one: str, other: str):
    """It takes as many changes there as back, none for the same word, at most the longer one's."""
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@given(st.text("abc"), st.text("abc"), st.integers(0, 4))
def test_a_distance_that_matters_no_more(one: str, other: str, most: int):
    """Who says how far is too far gets the same up to there, and too much beyond."""
    whole = distance(one, other)
    assert min(distance(one, other, most), most + 1) == min(whole, most + 1)


def test_all_that_are_equally_near():
    """Who knows more of the words chooses among them."""
    assert all_nearest("reglar", ["regular", "regler", "singular"]) == ["regler", "regular"]
    assert all_nearest("abc", ["abd"]) == []

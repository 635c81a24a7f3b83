"""What repeated measurements say, and when two of them differ."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.model.measurement import CONFIDENCE, Figure, Standing, figure, left_out, standings

TIMES = st.lists(st.integers(-1000, 1_000_000), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("count", "outside"),
    [(1, 0), (5, 0), (6, 0), (8, 0), (9, 1), (11, 1), (12, 2), (15, 3), (20, 5), (25, 7), (30, 9)],
)
def test_ends_of_the_interval(count: int, outside: int) -> None:
    """The ends are those of the tables: of 9 values the 2nd and 8th, of 20 the 6th and 15th."""
    assert left_out(count) == outside


@given(st.integers(6, 200))
def test_interval_is_as_sure_as_it_says_and_no_broader(count: int) -> None:
    """By exact arithmetic: 95 % or more, and with one more value outside less than that."""

    def sure(outside: int) -> Fraction:
        missed = sum(math.comb(count, below) for below in range(outside + 1))
        return 1 - 2 * Fraction(missed, 2**count)

    outside = left_out(count)
    assert sure(outside) >= Fraction(CONFIDENCE)
    assert sure(outside + 1) < Fraction(CONFIDENCE)


def test_figure_of_nine_rounds() -> None:
    """One value that is far off moves neither the median nor the interval."""
    assert figure([14, 11, 12, 990, 13, 15, 10, 16, 12]) == Figure(
        median=13, low=11, high=16, least=10, most=990
    )


def test_median_of_an_even_number() -> None:
    """It lies in the middle of the two middle values."""
    assert figure([10, 30, 20, 40]).median == 25


@given(TIMES)
def test_figure_is_in_order(values: list[int]) -> None:
    """Least, low, median, high and most never pass each other, in whatever order values come."""
    found = figure(values)
    assert found.least <= found.low <= found.median <= found.high <= found.most
    assert found == figure(values[::-1])


def between(low: int, high: int) -> Figure:
    """Return a figure with an interval."""
    return Figure(median=(low + high) // 2, low=low, high=high, least=low, most=high)


LEAST, SAME, MORE = Standing.LEAST, Standing.NO_DIFFERENCE, Standing.MORE


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([(10, 12), (13, 15)], (LEAST, MORE)),
        ([(10, 12), (12, 15)], (SAME, SAME)),
        ([(30, 40), (11, 14), (10, 12)], (MORE, SAME, SAME)),
        ([(10, 50), (20, 21)], (SAME, SAME)),
        ([(10, 10), (10, 10)], (SAME, SAME)),
        ([None, (10, 12), (20, 21)], (None, LEAST, MORE)),
        ([None, (10, 12)], (None, None)),
        ([(10, 12)], (None,)),
        ([], ()),
    ],
)
def test_standings(
    intervals: list[tuple[int, int] | None], expected: tuple[Standing | None, ...]
) -> None:
    """Only an interval that is apart from all others is the least; what it touches is the same."""
    figures = [each and between(*each) for each in intervals]
    assert standings(figures) == expected


@given(st.lists(TIMES, min_size=2, max_size=6))
def test_least_is_apart(samples: list[list[int]]) -> None:
    """There is one that is the least, or several that do not differ, and never both."""
    figures = [figure(values) for values in samples]
    found = standings(figures)
    least = [each for each, standing in zip(figures, found, strict=True) if standing is LEAST]
    assert len(least) in (0, 1)
    assert (found.count(SAME) >= 2) is (not least)
    others = [each for each in figures if least and each is not least[0]]
    assert all(least[0].high < other.low for other in others)

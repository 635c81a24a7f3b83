"""Nearness of many documents at once: the same as one by one."""

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.catalog.matrix import Matrix, packed_matrix
from toolcrib.catalog.vectors import LONG, NOWHERE, SIZE, Vector

VECTOR = st.lists(st.integers(-LONG, LONG), min_size=SIZE, max_size=SIZE).map(tuple)
EXTREME = st.sampled_from([(LONG,) * SIZE, (-LONG,) * SIZE, (LONG, -LONG) * (SIZE // 2), NOWHERE])
ANY = st.one_of(VECTOR, EXTREME)


@given(st.lists(ANY, max_size=9), ANY)
def test_nearness_is_the_cosine_of_each_row(rows: list[Vector], vector: Vector):
    """In per cent, rounded down, no row troubled by its neighbours."""
    cosines = [sum(map(int.__mul__, row, vector)) * 100 // (LONG * LONG) for row in rows]
    assert Matrix(packed_matrix(rows)).nearness(vector) == cosines


@given(ANY)
def test_of_no_documents_none_is_near(vector: Vector):
    """An empty matrix is nothing at all, and has no rows."""
    assert packed_matrix([]) == b""
    assert Matrix(b"").rows == 0
    assert Matrix(b"").nearness(vector) == []


def test_what_points_the_same_way_is_wholly_near():
    """And what points the other way as far as can be; across, it is neither."""
    ahead, across = (LONG, *(0,) * (SIZE - 1)), (0, LONG, *(0,) * (SIZE - 2))
    rows = [ahead, tuple(-number for number in ahead), across, NOWHERE]
    assert Matrix(packed_matrix(rows)).nearness(ahead) == [100, -100, 0, 0]


def test_rows_lie_column_by_column():
    """So any program that reads a bundle finds a number of a document: 128 stands for 0."""
    rows = [tuple(range(SIZE)), tuple(range(0, -SIZE, -1))]
    packed = packed_matrix(rows)
    assert packed[:6] == bytes([128, 128, 129, 127, 130, 126])
    assert len(packed) == 2 * SIZE
    assert Matrix(packed).rows == 2

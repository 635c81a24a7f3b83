"""Word vectors: read, packed, brought to a length, and put together for documents."""

from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from toolcrib.catalog.vectors import (
    LONG,
    SIZE,
    Vector,
    document_vector,
    read_vectors,
    scaled,
    total,
    unpacked,
)
from toolcrib.errors import ContentError

GOOD = "8f91" + "8" * (SIZE - 4)
OF_WORDS = st.lists(st.integers(-7, 7), min_size=SIZE, max_size=SIZE).map(tuple)
ANY = st.lists(st.integers(-100_000, 100_000), min_size=SIZE, max_size=SIZE).map(tuple)


def written(folder: Path, *lines: str) -> Path:
    """Write a file of vectors, and return the folder of facts that it lies in."""
    text = "".join(f"{line}\n" for line in lines)
    (folder / "vectors.txt").write_text(text, "utf-8")
    return folder


def test_vectors_are_read_packed(tmp_path: Path):
    """A line a term, in any letters; directions away from the catalog are terms with a tilde."""
    facts = written(tmp_path, f"read\t{GOOD}", f"élan\t{'8' * SIZE}", f"~00\t{'f' * SIZE}")
    found = read_vectors(facts)
    assert found == {
        "read": content.vector(0, 7, 1, -7),
        "élan": content.vector(),
        "~00": content.vector(*(7,) * SIZE),
    }
    assert unpacked(found["read"])[:5] == (0, 7, 1, -7, 0)


def test_without_a_file_there_are_none(tmp_path: Path):
    """A catalog of one's own needs no vectors, nor a folder of facts; an empty file has none."""
    assert read_vectors(tmp_path) == {}
    assert read_vectors(tmp_path / "facts") == {}
    assert read_vectors(written(tmp_path)) == {}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f"word\t{GOOD[:-1]}g", "non-hexadecimal"),
        (f"word\t{GOOD}88", f"50 digits in place of {SIZE}"),
        (f"word\t{GOOD[2:]}", f"46 digits in place of {SIZE}"),
        (f"word\t{GOOD[:24]}    {GOOD[28:]}", f"44 digits in place of {SIZE}"),
        (f"word\t{GOOD}\t{GOOD}", f"96 digits in place of {SIZE}"),
        ("word", f"0 digits in place of {SIZE}"),
        ("", f"0 digits in place of {SIZE}"),
    ],
)
def test_what_is_no_vector_is_named(tmp_path: Path, line: str, why: str):
    """The message has the file and the line, and says what to do."""
    facts = written(tmp_path, f"good\t{GOOD}", line)
    with pytest.raises(ContentError, match=rf"vectors\.txt:2: {why}") as fault:
        read_vectors(facts)
    assert "take the file of the last version" in fault.value.hint


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    """It may be anything but text."""
    (tmp_path / "vectors.txt").write_bytes(b"\xff\xfe\0")
    with pytest.raises(ContentError, match=r"cannot read .*vectors\.txt"):
        read_vectors(tmp_path)


@given(st.dictionaries(st.from_regex(r"[a-zéß0-9~]{1,9}", fullmatch=True), OF_WORDS))
def test_any_vectors_round_trip(
    tmp_path_factory: pytest.TempPathFactory, vectors: dict[str, Vector]
):
    """What was written is what is read, number for number."""
    lines = [f"{term}\t{content.vector(*vector).hex()}" for term, vector in vectors.items()]
    found = read_vectors(written(tmp_path_factory.mktemp("facts"), *lines))
    assert {term: unpacked(packed) for term, packed in found.items()} == vectors


@given(st.one_of(OF_WORDS, ANY), st.integers(1, 2_000))
def test_a_scaled_vector_points_the_same_way(vector: Vector, length: int):
    """It is as long as asked, but for whole numbers: each is rounded down, as its own length is."""
    found = scaled(vector, length)
    own = hypot(*vector)
    if not own:
        assert found == vector
        return
    assert all(abs(number) <= length for number in found)
    # The length was rounded down to a whole number, and then each number by less than one.
    exact = [number * length / int(own + 1e-9) for number in vector]
    pairs = zip(found, exact, strict=True)
    assert all(whole - 1e-6 <= true < whole + 1 + 1e-6 for whole, true in pairs)
    assert hypot(*found) <= hypot(*exact) + SIZE**0.5


@given(OF_WORDS)
def test_a_scaled_vector_fits_into_bytes(vector: Vector):
    """So a matrix can be packed from them."""
    assert all(-LONG <= number <= LONG for number in scaled(vector))


@given(st.lists(ANY, min_size=1, max_size=5))
def test_the_total_is_the_sum(vectors: list[Vector]):
    """Number by number, in any order."""
    found = total(vectors)
    assert found == total(reversed(vectors))
    assert found == tuple(sum(vector[n] for vector in vectors) for n in range(SIZE))


def test_the_total_of_none_is_nothing():
    """And nothing is as long as it is, whatever is asked."""
    assert total([]) == ()
    assert scaled(total([])) == ()


def test_each_text_of_a_document_counts_alike():
    """Ten words of one text weigh no more than one of another; words without vectors nothing."""
    known = {"up": (7, 0), "right": (0, 7)}
    found = document_vector([["up"] * 10 + ["unknown"], ["right"]], known.get)
    assert found == scaled((1_000, 1_000))
    assert found == document_vector([["right"], ["up"], ["unknown"]], known.get)


def test_a_document_without_a_known_word_has_no_direction():
    """It is nothing, and not a vector without a length."""
    assert document_vector([["unknown"], []], lambda _: None) is None
    assert document_vector([], lambda _: None) is None


@given(st.lists(st.lists(OF_WORDS, max_size=4), max_size=4))
def test_a_document_vector_fits_into_bytes(texts: list[list[Vector]]):
    """Whatever its words are, even where they lead into opposite directions."""
    vectors = {str((n, m)): vector for n, text in enumerate(texts) for m, vector in enumerate(text)}
    words = [[str((n, m)) for m in range(len(text))] for n, text in enumerate(texts)]
    found = document_vector(words, vectors.get)
    assert (found is None) == (not vectors)
    assert found is None or all(-LONG <= number <= LONG for number in found)

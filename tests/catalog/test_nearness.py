"""How near documents are to a question, whichever words it takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from content import JSON, RUAMEL, YAML
from toolcrib.catalog import posting_rows
from toolcrib.catalog.asked import named
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.nearness import (
    FAR,
    NEAR,
    NEAREST,
    NOWHERE_NEAR,
    Nearness,
    nearness,
)
from toolcrib.catalog.question import read
from toolcrib.catalog.search import search

VECTORS = {
    "yaml": content.vector(7),
    "kubernet": content.vector(6, 1),
    "json": content.vector(0, 7),
    "cake": content.vector(0, 0, 7),
    "jsom": content.vector(0, 6, 0, 2),
    "~00": content.vector(0, 0, 7),
}
"""What is written for clusters is nearly YAML; cakes are not here, and `jsom` is a word."""


@pytest.fixture(scope="module")
def meaning(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Return the bundle of the small catalog with vectors of a few words."""
    path = tmp_path_factory.mktemp("meaning") / "bundle"
    compile_bundle(content.small(), {}, path, vectors=VECTORS)
    return Bundle(str(path))


def near(bundle: Bundle, query: str) -> Nearness:
    """Return how near documents are to a question."""
    return nearness(bundle, read(bundle, query), query)


def test_a_question_is_near_to_what_means_the_same(meaning: Bundle):
    """All documents with a known word have a place; what leads elsewhere is told beside."""
    found = near(meaning, "kubernetes")
    numbers = {row[1]: row[3] for rows in meaning.candidates().values() for row in rows}
    best = max(numbers, key=found.documents.__getitem__)
    assert numbers[best] in {YAML, RUAMEL}
    assert found.documents[best] > 90
    assert found.elsewhere == 0
    assert near(meaning, "cake").elsewhere == 100


def test_a_question_without_known_words_is_near_to_nothing(meaning: Bundle, bundle: Bundle):
    """Nor is any question where nothing has a vector."""
    assert near(meaning, "frobnicate") == NOWHERE_NEAR
    assert near(bundle, "read yaml") == NOWHERE_NEAR


def test_what_no_word_says_is_found_by_meaning(meaning: Bundle, bundle: Bundle):
    """A hit without a word of the question; without vectors there is none."""
    found = search(meaning, "kubernetes")
    assert {match.module for match in found} == {YAML, RUAMEL}
    assert {match.words for match in found} == {()}
    assert search(bundle, "kubernetes") == []


def test_what_leads_elsewhere_is_not_answered(meaning: Bundle):
    """Neither alone, nor beside a word of something that is here."""
    assert search(meaning, "cake") == []
    assert search(meaning, "kubernetes cake") == []


def test_a_word_with_a_vector_is_no_slip(meaning: Bundle, bundle: Bundle):
    """It is an ordinary word, however much it looks like one of ours."""
    assert [concept.shown for concept in read(bundle, "jsom")] == ["jsom → json"]
    assert [concept.shown for concept in read(meaning, "jsom")] == ["jsom"]
    assert [meant.module for meant in named(bundle, "jsom").modules] == [JSON]
    assert named(meaning, "jsom").modules == ()


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=200))
def test_the_nearest_are_few(documents: list[int]):
    """Near are those that few are nearer than; of those that are as near as the last, all."""
    found = Nearness(documents, 0).nearest()
    for number, per_cent in enumerate(documents):
        nearer = sum(other > per_cent for other in documents)
        assert (number in found) == (per_cent >= NEAR and nearer < NEAREST)


@pytest.mark.parametrize(
    ("document", "module_document", "per_cent"), [(0, 1, 80), (1, 0, 80), (1, -1, 30), (-1, 1, 30)]
)
def test_a_task_is_as_near_as_itself_or_its_module(
    document: int, module_document: int, per_cent: int
):
    """Whichever is nearer; what has the number -1 does not exist."""
    assert Nearness([80, 30, 90], 0).of(document, module_document) == per_cent


def test_what_does_not_exist_makes_nothing_near():
    """What is far alone is far."""
    assert Nearness([FAR - 5], 0).of(0, -1) < FAR
    assert Nearness([FAR - 5], 0).of(-1, 0) < FAR


def test_words_that_no_search_looks_for_may_mean_something(tmp_path: Path):
    """`how`, `the same`: what stands in every other text leads somewhere, too."""
    path = tmp_path / "bundle"
    vectors = VECTORS | {"how": content.vector(7)}
    compile_bundle(content.small(), {}, path, vectors=vectors)
    with Bundle(str(path)) as bundle:
        assert read(bundle, "how cake") == read(bundle, "cake")
        assert near(bundle, "how cake").elsewhere < near(bundle, "cake").elsewhere


def test_what_is_far_in_meaning_is_no_answer_whatever_its_words(meaning: Bundle, bundle: Bundle):
    """That answers of the web are read as JSON is nothing to who asks for YAML of the web."""
    query = "yaml answers web"
    assert JSON in {match.module for match in search(bundle, query)}
    found = search(meaning, query)
    assert found[0].module in {YAML, RUAMEL}
    assert JSON not in {match.module for match in found}


def test_nothing_is_near_where_nothing_has_a_meaning():
    """Whatever the numbers of its documents are; words may answer all the same."""
    assert FAR < NOWHERE_NEAR.of(3, 4) <= NEAR
    assert NOWHERE_NEAR.nearest() == set()


def test_of_many_documents_none_is_compared(
    tmp_path: Path, meaning: Bundle, monkeypatch: pytest.MonkeyPatch
):
    """That would take too long; words decide there."""
    monkeypatch.setattr(posting_rows, "MOST_COMPARED", 1)
    compile_bundle(content.small(), {}, tmp_path / "bundle", vectors=VECTORS)
    with Bundle(str(tmp_path / "bundle")) as bundle:
        assert near(bundle, "kubernetes") == NOWHERE_NEAR
        assert search(bundle, "kubernetes") == []
        assert search(bundle, "read yaml")[0].module == search(meaning, "read yaml")[0].module

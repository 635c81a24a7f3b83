"""How near documents are to a question, whichever words it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from content import YAML
from toolcrib.catalog.asked import named
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.nearness import NEAR, NEAREST, NOWHERE_NEAR, Nearness, nearness
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


def test_a_question_is_near_to_what_means_the_same(meaning: Bundle):
    """All documents with a known word have a place; what leads elsewhere is told beside."""
    found = nearness(meaning, read(meaning, "kubernetes"))
    numbers = {row[1]: row[3] for rows in meaning.candidates().values() for row in rows}
    best = max(numbers, key=found.documents.__getitem__)
    assert numbers[best] in {YAML, content.RUAMEL}
    assert found.documents[best] > 90
    assert found.elsewhere == 0
    assert nearness(meaning, read(meaning, "cake")).elsewhere == 100


def test_a_question_without_known_words_is_near_to_nothing(meaning: Bundle, bundle: Bundle):
    """Nor is any question where nothing has a vector."""
    assert nearness(meaning, read(meaning, "frobnicate")) == NOWHERE_NEAR
    assert nearness(bundle, read(bundle, "read yaml")) == NOWHERE_NEAR


def test_what_no_word_says_is_found_by_meaning(meaning: Bundle, bundle: Bundle):
    """A hit without a word of the question; without vectors there is none."""
    found = search(meaning, "kubernetes")
    assert {match.module for match in found} == {YAML, content.RUAMEL}
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
    assert [meant.module for meant in named(bundle, "jsom").modules] == [content.JSON]
    assert named(meaning, "jsom").modules == ()


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=200))
def test_the_nearest_are_few(documents: list[int]):
    """Near are those that few are nearer than; of those that are as near as the last, all."""
    found = Nearness(documents, 0).nearest()
    for number, per_cent in enumerate(documents):
        nearer = sum(other > per_cent for other in documents)
        assert (number in found) == (per_cent >= NEAR and nearer < NEAREST)


@pytest.mark.parametrize(
    ("document", "module_document", "near"), [(0, 1, 80), (1, 0, 80), (1, -1, 20), (-1, 1, 20)]
)
def test_a_task_is_as_near_as_itself_or_its_module(document: int, module_document: int, near: int):
    """Whichever is nearer; what has the number -1 does not exist."""
    assert Nearness([80, 20, 90], 0).of(document, module_document) == near


def test_nothing_is_near_where_nothing_has_a_meaning():
    """Whatever the numbers of its documents are."""
    assert NOWHERE_NEAR.of(3, 4) == 0
    assert NOWHERE_NEAR.nearest() == set()

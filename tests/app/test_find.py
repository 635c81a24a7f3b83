"""What a hit says of why it was found."""

from pathlib import Path

import pytest

import content
from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.po import read_po

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def meaning(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Return the bundle of the small catalog, for which clusters are nearly YAML."""
    path = tmp_path_factory.mktemp("meaning") / "bundle"
    vectors = {"yaml": content.vector(7), "kubernet": content.vector(6, 1)}
    catalog = content.small()
    french = read_po(ROOT / "catalog/languages/fr.po")
    catalog.translations["fr"] |= {text: french[text] for text in ("near in meaning", "matches")}
    compile_bundle(catalog, {}, path, vectors=vectors)
    return Bundle(str(path))


def test_a_hit_names_the_words_it_was_found_by(meaning: Bundle):
    """And why that module is the one to take for it."""
    hit = find(meaning, "load yaml settings", Texts(meaning, "en")).hits[0]
    assert hit.why == "matches load, yaml, settings; small and everywhere"


@pytest.mark.parametrize(
    ("language", "why"), [("en", "near in meaning"), ("fr", "proche par le sens")]
)
def test_a_hit_without_a_word_of_the_question_is_near_in_meaning(
    meaning: Bundle, language: str, why: str
):
    """It says so, in the language of who asks, and goes on as any other."""
    hits = find(meaning, "kubernetes", Texts(meaning, language)).hits
    said = {hit.task: hit.why for hit in hits}
    assert said["read-a-yaml-config"] == f"{why}; small and everywhere"
    assert set(said.values()) <= {why, f"{why}; small and everywhere"}

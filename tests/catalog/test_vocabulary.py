"""Words of questions: read from their file, merged, and those of the built-in catalog."""

from pathlib import Path

import msgspec
import pytest

import content
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.postings import index
from toolcrib.errors import ContentError
from toolcrib.model.catalog import Vocabulary, merged

ROOT = Path(__file__).resolve().parents[2]


def written(folder: Path, text: str) -> Path:
    """Write a catalog that has words of questions alone."""
    (folder / "catalog.toml").write_text('name = "words"\n')
    (folder / "synonyms.toml").write_text(text)
    return folder


def test_words_are_read_by_language(tmp_path: Path):
    """Without meaning, too common, and the same."""
    text = '[stop]\nen = "a the"\n[generic]\nfr = "lire"\n[same]\nen = ["folder directory"]\n'
    assert read_catalog(written(tmp_path, text)).vocabulary == Vocabulary(
        stop={"en": "a the"}, generic={"fr": "lire"}, same={"en": ("folder directory",)}
    )


def test_a_wrong_table_is_shown_with_its_place(tmp_path: Path):
    """A misspelt heading is no silent loss of words."""
    with pytest.raises(ContentError, match=r"synonyms\.toml:1"):
        read_catalog(written(tmp_path, '[stopp]\nen = "a"\n'))


def test_a_catalog_of_ones_own_adds_words():
    """Those of the built-in catalog stay."""
    own = Vocabulary(stop={"de": "der die das"}, same={"fr": ("dossier repertoire",)})
    catalog = merged((content.small(), content.catalog([], [], vocabulary=own)))
    postings = index(catalog)
    assert {"the", "der"} <= set(postings.stop)
    assert {("config", "set"), ("dossi", "repertoir"), ("file", "fichi")} <= set(postings.same)


def test_the_same_goes_both_ways():
    """If one word stands for another, then that for the first; none stands for itself."""
    same = set(index(read_catalog(ROOT / "catalog")).same)
    assert same
    assert {(other, one) for one, other in same} == same
    assert not any(one == other for one, other in same)


def test_generic_terms_are_marked():
    """They may not win alone, wherever they stand."""
    terms = {term.name: term.generic for term in index(content.small()).terms}
    assert terms["read"] is True
    assert terms["yaml"] is False


def test_titles_weigh_more_than_what_stands_by():
    """A word of the title weighs more than one of the docstring; the figures are whole."""
    postings = index(content.small())
    number = postings.documents.index("read-a-yaml-config")
    weights = {t.name: t.places[number][0] for t in postings.terms if number in t.places}
    assert weights["yaml"] > weights["becaus"]
    assert all(isinstance(weight, int) for weight in weights.values())


def test_translations_are_searched_too():
    """What is shown in another language is also found in it."""
    catalog = content.small()
    terms = {term.name for term in index(catalog).terms}
    assert "ecrir" in terms
    without = msgspec.structs.replace(catalog, translations={})
    assert "ecrir" not in {term.name for term in index(without).terms}

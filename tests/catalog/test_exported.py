"""Names that modules export: read from facts, and found by."""

from pathlib import Path

import pytest

import content
from content import JSON, YAML
from toolcrib.app.exported import as_text
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.exported import exported_path, read_exported
from toolcrib.catalog.search import search
from toolcrib.errors import ContentError
from toolcrib.model.exported import Exported

OF_YAML = Exported(
    module=YAML,
    version="6.0",
    python="3.13",
    names={"yaml": ("SafeLoader", "settings"), "yaml.nodes": ("MappingNode",)},
    methods=("get_single_data", "zorble"),
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Return the bundle of the small catalog with the names of one module."""
    path = tmp_path_factory.mktemp("exported") / "bundle"
    compile_bundle(content.small(), {}, path, exported=(OF_YAML,))
    return Bundle(str(path))


def test_facts_are_read_as_they_were_written(tmp_path: Path):
    """A file for each module; another form is an error that names the file."""
    path = exported_path(tmp_path, YAML)
    path.parent.mkdir(parents=True)
    path.write_bytes(as_text(OF_YAML))
    assert read_exported(tmp_path) == (OF_YAML,)
    path.write_text("[]", "utf-8")
    with pytest.raises(ContentError, match="yaml"):
        read_exported(tmp_path)


@pytest.mark.parametrize("query", ["SafeLoader", "safeloader", "MappingNode", "get_single_data"])
def test_a_name_leads_to_its_module(named: Bundle, query: str):
    """At the top, in a submodule, of a class."""
    assert search(named, query)[0].module == YAML


def test_a_name_of_several_words_counts_whatever_else_is_asked(named: Bundle):
    """Nobody means anything else by it; a plain one may be anything among other words."""
    assert search(named, "get_single_data frobnicate")[0].module == YAML
    assert search(named, "zorble")[0].module == YAML
    assert search(named, "zorble frobnicate") == []


def test_a_word_of_texts_is_no_name(named: Bundle, bundle: Bundle):
    """That a module exports `settings` says nothing to who asks for settings."""
    assert named.places("set") == bundle.places("set")


def test_a_bundle_keeps_the_names_for_catalogs_that_are_joined_to_it(named: Bundle):
    """They are read back as they were."""
    assert named.exported() == (OF_YAML,)


def test_alternatives_stand_beside_the_first_hit(bundle: Bundle):
    """They say beside whom, and come after what has earned more."""
    found = search(bundle, "yaml parser")
    rivals = set(bundle.rivals(found[0].module))
    assert rivals <= {match.module for match in found}
    assert all(match.beside != match.module for match in found)
    assert search(bundle, "write josn")[0].module == JSON

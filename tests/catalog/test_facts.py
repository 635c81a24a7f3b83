"""Facts on modules: kept as lines, compiled into the bundle."""

from pathlib import Path

import pytest

import content
from content import JSON, RUAMEL, YAML
from toolcrib.app.bundle import bundle_path
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.facts import index_text, read_index_facts
from toolcrib.errors import ContentError
from toolcrib.model.fact import Facts, IndexFact, Unfinished
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import BARRED, Cell, Outcome

FACT = IndexFact(
    module=ModuleId(YAML), as_of="2026-11-02", newest="6.0", released="2021-10-13", license="MIT"
)


def compiled(tmp_path: Path, *index: IndexFact) -> Bundle:
    """Compile the small catalog with two runs of PyYAML."""
    catalog, task = content.small(), "read-a-yaml-config"
    file = "with_pyyaml.py"
    runs = [
        {"cell": Cell(python="3.12"), "distributions": 1, "installed_size": 300, "peak_memory": 9},
        {"cell": Cell(python="3.13"), "distributions": 2, "installed_size": 500, "peak_memory": 7},
    ]
    blocked = {"blocked": True, "outcome": Outcome.FAILED, "reason": BARRED}
    lines = [
        content.receipt(catalog.tasks[task], file, catalog.files[task], **run, **more)
        for run in runs
        for more in ({}, blocked)
    ]
    compile_bundle(catalog, {YAML: tuple(lines)}, tmp_path / "facts.sqlite", index=index)
    return Bundle(str(tmp_path / "facts.sqlite"))


def test_facts_are_of_runs_and_of_the_index(tmp_path: Path):
    """Pythons, the range of sizes, and whether the distribution is finished."""
    with compiled(tmp_path, FACT) as bundle:
        facts = bundle.facts(YAML)
    assert facts is not None
    assert facts.pythons == ("3.12", "3.13")
    assert facts.installed_size is not None
    assert (facts.installed_size.low, facts.installed_size.high) == (300, 500)
    assert facts.distributions is not None
    assert (facts.distributions.low, facts.distributions.high) == (1, 2)
    assert facts.peak_memory is not None
    assert (facts.peak_memory.low, facts.peak_memory.high) == (7, 9)
    assert facts.index == FACT
    assert (facts.finished, facts.unfinished) == (None, Unfinished.UNTOLD)


def test_what_was_never_run_nor_asked_about_has_no_figures(tmp_path: Path):
    """Nothing is made up: neither a size nor a word."""
    with compiled(tmp_path) as bundle:
        assert bundle.facts(RUAMEL) == Facts(module=ModuleId(RUAMEL))


def test_the_standard_library_takes_no_room(tmp_path: Path):
    """Nothing is installed for it, and that is a figure to compare with."""
    with content.compiled(tmp_path) as bundle:
        facts = bundle.facts(JSON)
    assert facts is not None
    assert facts.installed_size is not None
    assert facts.installed_size.high == 0


def test_lines_are_kept_in_order(tmp_path: Path):
    """The file is sorted by module, so that a change shows as one line."""
    other = IndexFact(module=ModuleId("pypi:attrs"), as_of="2026-11-02", vulnerabilities=())
    (tmp_path / "index.jsonl").write_bytes(index_text([FACT, other]))
    assert read_index_facts(tmp_path) == (other, FACT)
    assert read_index_facts(tmp_path / "nowhere") == ()


def test_a_broken_line_is_named(tmp_path: Path):
    """File, line, and what to do about it."""
    (tmp_path / "index.jsonl").write_bytes(index_text([FACT]) + b"{}\n")
    with pytest.raises(ContentError, match=r"index\.jsonl:2: ") as fault:
        read_index_facts(tmp_path)
    assert "crib refresh facts" in fault.value.hint


def test_new_facts_make_a_new_bundle(tmp_path: Path):
    """What the index says is content: who refreshes it gets another bundle."""
    (tmp_path / "catalog").mkdir()
    (tmp_path / "facts").mkdir()
    before = bundle_path([str(tmp_path / "catalog")])
    (tmp_path / "facts" / "index.jsonl").write_bytes(index_text([FACT]))
    assert bundle_path([str(tmp_path / "catalog")]) != before

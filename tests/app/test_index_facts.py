"""`crib refresh facts`: the index is asked for a catalog's distributions, and for no others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes import JSON, Index
from toolcrib.app.index_facts import project_of, refresh_facts
from toolcrib.catalog.facts import read_index_facts
from toolcrib.cli import run_command_line
from toolcrib.model.fact import IndexFact
from toolcrib.model.module import Module, ModuleId

METADATA = """\
Metadata-Version: 2.4
Name: thing
Version: 1.0
Summary: A thing.
License-Expression: MIT
Requires-Python: >=3.9
Import-Name: thing

{}
"""


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    """Serve an index that is all that toolcrib knows of."""
    opened = Index()
    monkeypatch.setenv("PIP_INDEX_URL", opened.url)
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield opened
    opened.close()


def publish(index: Index, name: str, text: str = "", status: str = "active") -> None:
    """Put a project with one wheel and its metadata on the index."""
    wheel = f"{name}-1.0-py3-none-any.whl"
    index.files[f"/files/{wheel}.metadata"] = METADATA.format(text).encode()
    file = {
        "filename": wheel,
        "url": f"/files/{wheel}",
        "core-metadata": True,
        "upload-time": "2024-03-01T10:00:00Z",
    }
    page = {
        "meta": {"api-version": "1.4"},
        "project-status": {"status": status},
        "files": [file],
    }
    headers = {"Content-Type": JSON, "ETag": '"one"'}
    index.project(name, (200, headers, json.dumps(page).encode()))


def catalog_of(tmp_path: Path, *names: str) -> Path:
    """Write a catalog of distributions, and one module of the standard library."""
    folder = tmp_path / "own" / "catalog"
    for id_ in ("std/json", *(f"pypi/{name}" for name in names)):
        path = folder / "modules" / f"{id_}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f'name = "{path.stem}"\npurpose = "A thing."\ncategories = ["files"]\n'
        path.write_text(text, encoding="utf-8")
    (folder / "catalog.toml").write_text('name = "own"\n', encoding="utf-8")
    return folder


def test_facts_are_written_beside_the_catalog(index: Index, tmp_path: Path):
    """Licence, release, Pythons; only what is in the catalog is asked for."""
    publish(index, "thing")
    done = refresh_facts(catalog_of(tmp_path, "thing"))
    assert (done.facts, done.absent, done.failed) == (1, (), {})
    (fact,) = read_index_facts(tmp_path / "own" / "facts")
    assert (fact.module, fact.newest, fact.released) == ("pypi:thing", "1.0", "2024-03-01")
    assert (fact.license, fact.requires_python, fact.status) == ("MIT", ">=3.9", "")
    assert fact.vulnerabilities is None
    assert {path for path, _ in index.asked if path.startswith("/simple/")} == {"/simple/thing/"}


def test_an_end_is_told_in_the_projects_own_words(index: Index, tmp_path: Path):
    """It must speak of itself: a part that is deprecated makes no project so."""
    publish(index, "ended", "This package is no longer maintained. Thanks to all.")
    publish(index, "going", "Support for the old API was discontinued. It is deprecated now.")
    publish(index, "shelved", status="archived")
    refresh_facts(catalog_of(tmp_path, "ended", "going", "shelved"))
    facts = {fact.module: fact for fact in read_index_facts(tmp_path / "own" / "facts")}
    assert "no longer maintained" in facts[ModuleId("pypi:ended")].notice
    assert facts[ModuleId("pypi:going")].notice == ""
    assert facts[ModuleId("pypi:shelved")].status == "archived"


def test_what_cannot_be_had_stays_as_it_was(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """The old fact is kept, the fault is told, and the status says that it is not done."""
    publish(index, "thing")
    folder = catalog_of(tmp_path, "thing", "other", "missing")
    old = IndexFact(module=ModuleId("pypi:other"), as_of="2026-01-01", license="BSD")
    facts = tmp_path / "own" / "facts"
    facts.mkdir()
    (facts / "index.jsonl").write_text(
        '{"module":"pypi:other","as_of":"2026-01-01","license":"BSD"}\n', encoding="utf-8"
    )
    index.project("other", (403, {}, b"no"))
    assert run_command_line(["--catalog", str(folder), "refresh", "facts"]) == 3
    captured = capsys.readouterr()
    assert "pypi:missing: not on the index\n" in captured.err
    assert "pypi:other: the index answered with status 403\n" in captured.err
    assert captured.out.startswith("2 facts in ")
    assert old in read_index_facts(facts)


@pytest.mark.parametrize(
    ("install", "project"), [("", "psycopg2"), ("psycopg2-binary", "psycopg2-binary")]
)
def test_who_is_installed_is_asked_for(install: str, project: str):
    """A module may be installed under another name, and with extras that are no part of it."""
    module = Module(
        id=ModuleId("pypi:psycopg2"), name="psycopg2", purpose="-", categories=(), install=install
    )
    assert project_of(module) == project
    extra = Module(
        id=ModuleId("pypi:dask"), name="dask", purpose="-", categories=(), install="Dask[complete]"
    )
    assert project_of(extra) == "dask"

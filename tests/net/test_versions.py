"""All versions of a project, from a server on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes import JSON, Index
from toolcrib.errors import NetworkError
from toolcrib.net.settings import IndexSettings
from toolcrib.net.versions import kept_versions, project_versions

FILES = [
    {"filename": "thing-1.0.tar.gz", "upload-time": "2020-02-02T10:00:00Z"},
    {
        "filename": "thing-1.0-cp39-cp39-win32.whl",
        "upload-time": "2020-02-01T10:00:00Z",
        "requires-python": ">=3.9",
    },
    {"filename": "thing-1.1.tar.gz", "yanked": f"It eats\n files. {'x' * 9000}"},
    {"filename": "thing-1.1-py3-none-any.whl", "yanked": True},
    {"filename": "thing-1.2-py3-none-any.whl", "yanked": "wrong platform"},
    {"filename": "thing-1.2.tar.gz"},
    {"filename": "readme.txt"},
]
HTML = '<a href="thing-1.0.tar.gz" data-yanked="It eats files.">thing-1.0.tar.gz</a>'


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


def settings(index: Index, folder: Path) -> IndexSettings:
    """Return how to reach it, without patience."""
    return IndexSettings(cache=folder, url=index.url, back_off=0.0)


def test_a_version_is_what_its_files_say(index: Index, tmp_path: Path):
    """The day of its first file, its wheels; withdrawn only where all its files are."""
    body = json.dumps({"meta": {"api-version": "1.1"}, "files": FILES}).encode()
    index.project("thing", (200, {"Content-Type": JSON}, body))
    found = project_versions("Thing", settings(index, tmp_path), 0.0, "2026-11-20")
    newest, second, first = found.versions
    assert (found.name, found.as_of) == ("thing", "2026-11-20")
    assert (newest.version, newest.withdrawn, newest.wheels) == ("1.2", False, ())
    assert (second.version, second.withdrawn) == ("1.1", True)
    assert second.reason.startswith("It eats files. xxx")
    assert len(second.reason) <= 500
    assert (first.released, first.requires_python, first.source) == ("2020-02-01", ">=3.9", True)
    assert first.wheels == ("cp39-cp39-win32",)


def test_html_has_the_reason_too(index: Index, tmp_path: Path):
    """PEP 592 puts it into an attribute."""
    index.project("thing", (200, {"Content-Type": "text/html"}, HTML.encode()))
    (only,) = project_versions("thing", settings(index, tmp_path), 0.0, "2026-11-20").versions
    assert (only.withdrawn, only.reason) == (True, "It eats files.")


def test_an_answer_is_kept(index: Index, tmp_path: Path):
    """For a day it is not asked for again, for a month it is told off-line, with its date."""
    index.project("thing")
    reach, day = settings(index, tmp_path), 24 * 3600.0
    assert kept_versions("thing", reach, 0.0) is None
    project_versions("thing", reach, 0.0, "2026-11-20")
    project_versions("thing", reach, day - 1, "2026-11-21")
    assert len(index.asked) == 1
    kept = kept_versions("Thing", reach, 29 * day)
    assert kept is not None
    assert kept.as_of == "2026-11-20"
    assert kept_versions("thing", reach, 31 * day) is None
    assert project_versions("thing", reach, 2 * day, "2026-11-22").as_of == "2026-11-22"


def test_a_fault_keeps_nothing(index: Index, tmp_path: Path):
    """The next question asks again."""
    index.project("thing", (500, {}, b""))
    with pytest.raises(NetworkError, match="status 500"):
        project_versions("thing", settings(index, tmp_path), 0.0, "2026-11-20")
    assert kept_versions("thing", settings(index, tmp_path), 0.0) is None

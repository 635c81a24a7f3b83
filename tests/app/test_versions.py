"""Requirements: which version they get, from an index on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import dists
import named
from indexes import JSON, Index, Reply
from toolcrib.app.settings import Setting
from toolcrib.app.what import what
from toolcrib.model.identity import State
from toolcrib.net import vulnerabilities
from toolcrib.net.settings import IndexSettings

FILES = [
    {"filename": "grablib-1.0.tar.gz", "upload-time": "2020-02-02T10:00:00Z"},
    {"filename": "grablib-1.1.tar.gz", "yanked": "It eats files."},
    {"filename": "grablib-1.2-py3-none-any.whl", "url": "/files/grablib-1.2-py3-none-any.whl"},
]
HOLES = {"vulnerabilities": [{"id": "PYSEC-1", "summary": "Lets anybody in", "fixed_in": ["1.2"]}]}


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Index]:
    """Give an index that is taken for the default one, with a project of three versions."""
    server = Index()
    page = {"meta": {"api-version": "1.1"}, "files": FILES}
    server.project("grablib", (200, {"Content-Type": JSON}, json.dumps(page).encode()))
    server.replies["/pypi/grablib/1.0/json"] = [(200, {}, json.dumps(HOLES).encode())]
    server.replies["/pypi/grablib/1.2/json"] = [(200, {}, b'{"vulnerabilities": []}')]
    file = dists.wheel(tmp_path, "grablib", {"grablib.py": ""}, "1.2")
    server.files[f"/files/{file.name}"] = file
    settings = IndexSettings(cache=tmp_path / "cache", url=server.url, back_off=0.0)
    for place in ("toolcrib.app.settings", "toolcrib.app.versions"):
        monkeypatch.setattr(f"{place}.index_settings", lambda: Setting(settings))
    address = f"{server.url}/"
    monkeypatch.setattr(vulnerabilities, "DEFAULT_INDEX", address.removesuffix("simple/"))
    monkeypatch.setattr("toolcrib.net.index.DEFAULT_INDEX", address)
    monkeypatch.setattr("toolcrib.app.what.knowledge", lambda *_: named.world())
    yield server
    server.close()


@pytest.mark.usefixtures("index")
def test_the_very_version_is_told():
    """Its holes with what mends them, its day; the newest one of the project stands beside it."""
    (pinned,) = what(["grablib==1.0"], online=True).identities
    selected = pinned.selected
    assert selected is not None
    assert selected.chosen is not None
    assert (pinned.name, pinned.state, pinned.newest) == (
        "grablib==1.0",
        State.DISTRIBUTION,
        "1.2",
    )
    assert (selected.chosen.version, selected.chosen.released) == ("1.0", "2020-02-02")
    assert selected.vulnerabilities == ("PYSEC-1: Lets anybody in (mended in 1.2)",)
    assert selected.built


@pytest.mark.usefixtures("index")
def test_withdrawn_absent_and_untold_are_three_things():
    """A yanked version with its reason, one that was never there, one of which nothing is told."""
    answer = what(["grablib==1.1", "grablib==7", "grablib<2"], online=True)
    yanked, absent, newest = (one.selected for one in answer.identities)
    assert answer.failed == {}
    assert yanked is not None
    assert yanked.chosen is not None
    assert (yanked.chosen.withdrawn, yanked.chosen.reason) == (True, "It eats files.")
    assert yanked.vulnerabilities is None
    assert absent is not None
    assert (absent.chosen, absent.as_of != "") == (None, True)
    assert newest is not None
    assert newest.chosen is not None
    assert (newest.chosen.version, newest.vulnerabilities) == ("1.2", ())


def test_off_line_what_was_said_lately_counts(index: Index):
    """With its date; before that nobody was asked, and that is said."""
    (before,) = what(["grablib==1.0"]).identities
    assert before.state is State.NOT_LOOKED_UP
    assert index.asked == []
    what(["grablib==1.0"], online=True)
    questions = len(index.asked)
    (after,) = what(["grablib==1.0"]).identities
    assert after.selected is not None
    assert after.selected.chosen is not None
    assert after.selected.as_of
    assert after.selected.vulnerabilities is None
    (other,) = what(["PyYAML==6.0"]).identities
    assert other.selected is not None
    assert (other.selected.as_of, other.selected.chosen) == ("", None)
    assert len(index.asked) == questions


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ((500, {}, b""), "status 500"),
        ((429, {"Retry-After": "3600"}, b""), "status 429"),
        ((302, {"Location": "/simple/pyyaml/"}, b""), "redirects without end"),
        ((200, {"Content-Type": JSON}, b"<html>Please log in</html>"), "no page of PEP 691"),
        ((200, {"Content-Type": JSON}, b'{"files": [{"filename"'), "no page of PEP 691"),
        ((200, {"Content-Type": "text/html"}, b"Please log in"), "no page of PEP 503"),
    ],
)
def test_an_index_that_fails_leaves_a_gap(index: Index, reply: Reply, sentence: str):
    """The name is known, its versions are not, and the reason is a sentence."""
    index.project("pyyaml", reply)
    answer = what(["PyYAML==6.0"], online=True)
    assert sentence in answer.failed["PyYAML==6.0"]
    assert answer.identities[0].selected is not None
    assert answer.identities[0].selected.chosen is None
    assert answer.identities[0].selected.as_of == ""


@pytest.mark.usefixtures("index")
def test_what_has_no_versions_gets_none():
    """The standard library, what does not exist, extras without a version."""
    answer = what(["json==2", "zxqvwk==1", "grablib[fast]", "a=b"], online=True)
    std, nothing, extras, odd = answer.identities
    assert (std.state, std.selected) == (State.STDLIB, None)
    assert (nothing.state, nothing.selected) == (State.UNKNOWN, None)
    assert (extras.distributions, extras.selected) == (("grablib[fast]",), None)
    assert odd.state is State.UNKNOWN

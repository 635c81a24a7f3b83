"""The list of all names: fetched from a server on this machine, asked off-line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes import JSON, Index
from toolcrib.app import known_names
from toolcrib.app.known_names import kept_names, refresh_names
from toolcrib.app.settings import Setting
from toolcrib.app.what import what
from toolcrib.errors import NetworkError
from toolcrib.model.identity import State
from toolcrib.net.settings import IndexSettings


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


@pytest.fixture
def settings(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IndexSettings:
    """Point toolcrib at it."""
    own = IndexSettings(cache=tmp_path, url=index.url, back_off=0.0)
    monkeypatch.setattr("toolcrib.app.settings.index_settings", lambda: Setting(own))
    return own


def put(index: Index, names: list[str]) -> None:
    """Give the server a list of names."""
    page = {"meta": {"api-version": "1.4"}, "projects": [{"name": name} for name in names]}
    index.replies["/simple/"] = [(200, {"Content-Type": JSON}, json.dumps(page).encode())]


def test_a_million_names_are_kept_in_little_space(index: Index, settings: IndexSettings):
    """Each is found, none besides; the file is hardly larger than the names themselves."""
    names = [f"Project_{number * 7919 % 10_000_019:08}" for number in range(1_000_000)]
    put(index, names)
    done = refresh_names()
    assert (done.names, done.indexes) == (1_000_000, 1)
    assert done.size < 20 * 1024 * 1024
    listed = kept_names(settings)
    assert listed is not None
    assert all(name.lower().replace("_", "-") in listed for name in names[::997])
    assert not any(f"project-{number}" in listed for number in range(1000))
    assert listed.comment == done.as_of


@pytest.mark.usefixtures("settings")
def test_off_line_the_list_says_what_exists(index: Index):
    """In the list, not in the list, near a name of the list: three answers with their day."""
    put(index, ["zyxwvuts-helper", "Another_Thing"])
    refresh_names()
    asked = len(index.asked)
    there, absent, near = what(["zyxwvuts.helper", "zxqvwkjh", "zyxwvuts-helpr"]).identities
    assert (there.state, there.source) == (State.DISTRIBUTION, "list of all names")
    assert there.as_of
    assert (absent.state, absent.source) == (State.UNKNOWN, "list of all names")
    assert (near.state, near.candidates) == (State.UNKNOWN, ("pypi:zyxwvuts-helper",))
    assert len(index.asked) == asked


@pytest.mark.usefixtures("settings")
def test_html_will_do(index: Index):
    """Mirrors often speak nothing else."""
    page = b'<html><a href="/simple/a-b/">A.b</a>\n<a href="c/">c &amp; d</a></html>'
    index.replies["/simple/"] = [(200, {"Content-Type": "text/html"}, page)]
    assert refresh_names().names == 1


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("status", "kind", "body"),
    [
        (404, "text/html", b"no"),
        (200, JSON, b"<html>"),
        (200, JSON, b'{"projects": []}'),
        (200, "text/html", b"<html>Please log in</html>"),
    ],
)
def test_what_is_no_list_is_refused(index: Index, status: int, kind: str, body: bytes):
    """The list that was kept before stays."""
    put(index, ["thing-of-old-times"])
    refresh_names()
    index.replies["/simple/"] = [(status, {"Content-Type": kind}, body)]
    with pytest.raises(NetworkError):
        refresh_names()
    assert what(["thing-of-old-times"]).identities[0].state is State.DISTRIBUTION


def test_without_a_list_nothing_is_known(settings: IndexSettings):
    """Neither is an empty file a list."""
    assert kept_names(settings) is None
    path = known_names._path(settings)  # noqa: SLF001 -- where it would lie
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    assert kept_names(settings) is None
    assert what(["zxqvwkjh"]).identities[0].state is State.NOT_LOOKED_UP

"""Known vulnerabilities: the JSON of an index, or nothing where it has none.

The form of the answers is that of PyPI's JSON API as its documentation shows it.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes import Index
from toolcrib.net import vulnerabilities
from toolcrib.net.session import Session
from toolcrib.net.settings import IndexSettings
from toolcrib.net.vulnerabilities import known_vulnerabilities

HOLE = {
    "id": "PYSEC-2018-28",
    "aliases": ["CVE-2018-18074", "GHSA-x84v-xcm2-53pg"],
    "details": "The package sends a header\n  to a host that it was not meant for. " * 9,
    "summary": None,
    "fixed_in": ["2.20.0"],
    "link": "https://osv.dev/vulnerability/PYSEC-2018-28",
    "source": "osv",
    "withdrawn": None,
}
AGAIN = {**HOLE, "id": "GHSA-x84v-xcm2-53pg", "aliases": ["CVE-2018-18074"], "summary": "Leaks"}
OWN = {"id": "PYSEC-1", "aliases": [], "summary": "Stumbles", "fixed_in": []}
GONE = {**OWN, "id": "PYSEC-2", "withdrawn": "2024-01-01T00:00:00Z"}


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    """Give an index that is taken for the default one."""
    server = Index()
    monkeypatch.setattr(vulnerabilities, "DEFAULT_INDEX", f"{server.url}/")
    yield server
    server.close()


def asked(index: Index, folder: Path, now: float = 0.0) -> tuple[str, ...] | None:
    """Return what is told of a version at some time."""
    settings = IndexSettings(cache=folder, url=index.url, back_off=0.0, total=2.0, read=1.0)
    return known_vulnerabilities("thing", "1.0", Session(settings), settings, now)


def told(index: Index, folder: Path, status: int, body: bytes) -> tuple[str, ...] | None:
    """Return what is told of a version when the index answers so for the first time."""
    index.replies["/pypi/thing/1.0/json"] = [(status, {}, body)]
    return asked(index, folder / hashlib.sha256(b"%d " % status + body).hexdigest())


def test_each_hole_is_told_once(index: Index, tmp_path: Path):
    """By the name of its CVE, cut short, with what mends it; none that was withdrawn."""
    body = json.dumps({"vulnerabilities": [HOLE, AGAIN, OWN, GONE]}).encode()
    first, second = told(index, tmp_path, 200, body) or ()
    assert first.startswith("CVE-2018-18074: The package sends a header to a host")
    assert first.endswith("… (mended in 2.20.0)")
    assert len(first) < 230
    assert second == "PYSEC-1: Stumbles"


def test_none_known_is_another_answer_than_none_told(index: Index, tmp_path: Path):
    """An index without this interface tells nothing, and that is not "none"."""
    assert told(index, tmp_path, 200, b'{"vulnerabilities": []}') == ()
    for status, body in (
        (404, b""),
        (500, b""),
        (200, b"<html>"),
        (200, b"[]"),
        (200, b'{"info": {}}'),
        (200, b'{"vulnerabilities": [1]}'),
        (200, b'{"vulnerabilities": {"a": 1}}'),
        (200, b'{"vulnerabilities": null}'),
    ):
        assert told(index, tmp_path, status, body) is None


def test_an_answer_serves_for_an_hour(index: Index, tmp_path: Path):
    """Within it the index is not asked again; a fault is never kept, damage is as good as none."""
    replies = [
        (503, {}, b""),
        (200, {}, b'{"vulnerabilities": []}'),
        (200, {}, json.dumps({"vulnerabilities": [OWN]}).encode()),
        (404, {}, b""),
    ]
    index.replies["/pypi/thing/1.0/json"] = [replies[0]] * 3 + replies[1:]
    assert asked(index, tmp_path) is None
    assert asked(index, tmp_path) == ()
    assert asked(index, tmp_path, 3599.0) == ()
    assert asked(index, tmp_path, 3601.0) == ("PYSEC-1: Stumbles",)
    (kept,) = (tmp_path / "index/vulnerabilities").iterdir()
    kept.write_bytes(b"{")
    assert asked(index, tmp_path, 3602.0) is None

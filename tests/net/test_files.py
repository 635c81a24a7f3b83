"""The files of a project, from a server on this machine."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes import JSON, Index
from toolcrib.errors import NetworkError
from toolcrib.model.published import File
from toolcrib.net.files import fetch_file, project_files
from toolcrib.net.settings import IndexSettings

DATA = b"bytes of an archive"
SHA256 = hashlib.sha256(DATA).hexdigest()
HTML = f"""<a href="../../files/thing-1.0.tar.gz#sha256={SHA256}"
 data-requires-python="&gt;=3.8">thing-1.0.tar.gz</a>
<a href="/else/thing-2.0.tar.gz?token=1#md5=00" data-yanked="why">thing-2.0.tar.gz</a>"""
FILE = {
    "filename": "thing-1.0.tar.gz",
    "url": "../../files/thing-1.0.tar.gz",
    "hashes": {"sha256": SHA256.upper()},
    "requires-python": ">=3.8",
}


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


def settings(index: Index, folder: Path, **fields: str) -> IndexSettings:
    """Return how to reach it, without patience."""
    return IndexSettings(**{"cache": folder, "url": index.url, "back_off": 0.0, **fields})


@pytest.mark.parametrize(
    ("kind", "body"),
    [(JSON, json.dumps({"files": [FILE]}).encode()), ("text/html; charset=utf-8", HTML.encode())],
)
def test_files_are_complete(kind: str, body: bytes, index: Index, tmp_path: Path) -> None:
    """JSON and HTML tell the same: name, whole address, hash, and the Pythons that it is for."""
    index.project("thing", (200, {"Content-Type": kind}, body))
    root = index.url.removesuffix("/simple")
    file, *others = project_files("Thing", settings(index, tmp_path))
    assert file == File(
        name="thing-1.0.tar.gz",
        url=f"{root}/files/thing-1.0.tar.gz",
        sha256=SHA256,
        requires_python=">=3.8",
    )
    for other in others:
        assert (other.name, other.sha256, other.yanked) == ("thing-2.0.tar.gz", "", True)
        assert other.url == f"{root}/else/thing-2.0.tar.gz?token=1"


def test_no_such_project_has_no_files(index: Index, tmp_path: Path) -> None:
    """What the index does not have is no fault."""
    assert project_files("nothing", settings(index, tmp_path)) == ()


@pytest.mark.parametrize(
    ("status", "kind", "body"), [(200, JSON, b"{"), (403, JSON, b"{}"), (503, JSON, b"{}")]
)
def test_no_answer_is_a_fault(
    status: int, kind: str, body: bytes, index: Index, tmp_path: Path
) -> None:
    """An index that says nothing sensible has not said that there are no files."""
    index.project("thing", (status, {"Content-Type": kind}, body))
    with pytest.raises(NetworkError):
        project_files("thing", settings(index, tmp_path))


def served(index: Index, headers: dict[str, str], body: bytes, **fields: str) -> File:
    """Put a file on the server, and return it as its page tells of it."""
    index.replies["/files/thing-1.0.tar.gz"] = [(200, headers, body)]
    url = index.url.replace("simple", "files/thing-1.0.tar.gz")
    return File(**{"name": "thing-1.0.tar.gz", "url": url, "sha256": SHA256, **fields})


def test_file_comes_as_it_is(index: Index, tmp_path: Path) -> None:
    """Its bytes are those that were hashed, whatever a server says of their encoding."""
    for headers in ({}, {"Content-Encoding": "gzip"}):
        file = served(index, headers, DATA)
        assert fetch_file(file, settings(index, tmp_path), 100) == DATA
    assert fetch_file(served(index, {}, b"x", sha256=""), settings(index, tmp_path), 1) == b"x"


def test_wrong_file_is_refused(index: Index, tmp_path: Path) -> None:
    """Other bytes than were promised, too many, none, or an address of this machine's own."""
    where = settings(index, tmp_path)
    with pytest.raises(NetworkError, match="its SHA-256 differs"):
        fetch_file(served(index, {}, DATA + b"x"), where, 100)
    with pytest.raises(NetworkError, match=r"thing-1\.0\.tar\.gz did not come: .* too large"):
        fetch_file(served(index, {}, DATA), where, len(DATA) - 1)
    index.replies.clear()
    with pytest.raises(NetworkError, match="status 404"):
        fetch_file(File(name="a", url=f"{index.url}/gone"), where, 100)
    for url in ("file:///etc/passwd", "ftp://127.0.0.1/a", "/etc/passwd", ""):
        with pytest.raises(NetworkError, match="no address that can be asked"):
            fetch_file(File(name="a", url=url), where, 100)


def test_password_stays_with_the_index(index: Index, tmp_path: Path) -> None:
    """The index's credentials go to its own host, and to no other that a page names."""
    other = Index()
    try:
        url = index.url.replace("http://", "http://me:hush@")
        where = settings(index, tmp_path, url=url)
        fetch_file(served(index, {}, DATA), where, 100)
        fetch_file(served(other, {}, DATA), where, 100)
        project_files("thing", where)
    finally:
        other.close()
    assert ["authorization" in headers for _, headers in index.asked] == [True, True]
    assert ["authorization" in headers for _, headers in other.asked] == [False]

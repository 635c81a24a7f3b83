"""Servers that misbehave: each answer is a gap with a sentence, within its time limit."""

import base64
import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from indexes import JSON, PAGE, Index
from toolcrib.net.index import Answers, ask_index
from toolcrib.net.settings import IndexSettings

Talk = Callable[[socket.socket], None]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: " + JSON.encode() + b"\r\n"


class Rude:
    """A server that does with each connection what a function says."""

    def __init__(self, talk: Talk) -> None:
        """Begin to listen on a free port."""
        self.accepted = 0
        self._talk, self._open = talk, True
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/simple"

    def _serve(self) -> None:
        while self._open:
            with suppress(OSError):
                connection, _ = self._listener.accept()
                if not self._open:
                    connection.close()
                    return
                self.accepted += 1
                thread = threading.Thread(target=self._one, args=(connection,))
                self._threads.append(thread)
                thread.start()

    def _one(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(65536)
            self._talk(connection)

    def close(self) -> None:
        """Stop listening."""
        self._open = False
        with suppress(OSError):
            socket.create_connection(self._listener.getsockname()[:2]).close()
        self._listener.close()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def rude() -> Iterator[Callable[[Talk], Rude]]:
    """Give a maker of servers, and close them."""
    servers: list[Rude] = []

    def make(talk: Talk) -> Rude:
        servers.append(Rude(talk))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def ask(url: str, folder: Path, *names: str, **limits: float) -> tuple[Answers, float]:
    """Ask for names with little patience; return the answers and the seconds they took."""
    chosen = {"connect": 1.0, "read": 0.3, "total": 1.0, "back_off": 0.01, **limits}
    settings = IndexSettings(cache=folder, url=url, **chosen)
    begun = time.monotonic()
    answers = ask_index(names or ("thing",), settings, 0.0, "2026-11-20")
    return answers, time.monotonic() - begun


def stalls(connection: socket.socket) -> None:
    """Answer nothing until the other side goes."""
    connection.settimeout(10)
    connection.recv(1)


def trickles(connection: socket.socket) -> None:
    """Send a header a tenth of a second, and never end."""
    connection.sendall(OK)
    for number in range(100):
        connection.sendall(f"X-{number}: y\r\n".encode())
        time.sleep(0.1)


def drips(connection: socket.socket) -> None:
    """Send a byte of the body a tenth of a second."""
    connection.sendall(OK + b"Content-Length: 100000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b" ")
        time.sleep(0.1)


def babbles(connection: socket.socket) -> None:
    """Speak no HTTP."""
    connection.sendall(bytes(range(256)) * 4)


def breaks_off(connection: socket.socket) -> None:
    """Promise more than comes."""
    connection.sendall(OK + b"Content-Length: 5000\r\n\r\n" + json.dumps(PAGE).encode())


def hangs_up(connection: socket.socket) -> None:
    """Say nothing at all and go."""


def floods(connection: socket.socket) -> None:
    """Send headers without end."""
    connection.sendall(OK)
    for number in range(100_000):
        connection.sendall(f"X-{number}: {'y' * 60}\r\n".encode())


def packs_garbage(connection: socket.socket) -> None:
    """Say that it is compressed."""
    connection.sendall(OK + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")


@pytest.mark.parametrize(
    ("talk", "sentence"),
    [
        (stalls, "did not finish its answer in time"),
        (trickles, "did not finish its answer in time"),
        (drips, "did not finish its answer in time"),
        (babbles, "the index"),
        (breaks_off, "broke off its answer"),
        (hangs_up, "broke off its answer"),
        (floods, "the index"),
        (packs_garbage, "cannot be decompressed"),
    ],
)
def test_a_server_that_misbehaves_leaves_a_gap(
    talk: Talk, sentence: str, rude: Callable[[Talk], Rude], tmp_path: Path
):
    """The name is neither there nor absent, the reason is a sentence, the limit holds."""
    server = rude(talk)
    answers, took = ask(server.url, tmp_path)
    assert answers.published == {}
    assert sentence in answers.failed["thing"]
    assert took < 3.0
    assert not list(tmp_path.rglob("*.json"))


def test_a_truncated_answer_is_asked_for_again(rude: Callable[[Talk], Rude], tmp_path: Path):
    """What breaks off once may come whole the second time."""
    body = json.dumps(PAGE).encode()

    def stumbles(connection: socket.socket) -> None:
        short = server.accepted == 1
        length = str(len(body) + (100 if short else 0)).encode()
        connection.sendall(OK + b"Content-Length: " + length + b"\r\n\r\n" + body)

    server = rude(stumbles)
    answers, _ = ask(server.url, tmp_path)
    assert answers.published["thing"].newest == "1.0"
    assert server.accepted == 2


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


@pytest.mark.parametrize(
    ("status", "headers", "body", "sentence"),
    [
        (429, {"Retry-After": "3600"}, b"", "status 429"),
        (429, {}, b"", "status 429"),
        (500, {}, b"<h1>sorry</h1>", "status 500"),
        (302, {"Location": "/simple/thing/"}, b"", "redirects without end"),
        (302, {"Location": "ftp://127.0.0.1/a"}, b"", "the index"),
        (302, {"Location": "file:///etc/passwd"}, b"", "the index"),
        (401, {}, b"", "status 401"),
        (200, {"Content-Type": "text/html"}, b"<html>Please log in</html>", "no page of PEP 503"),
        (200, {"Content-Type": JSON}, b"<html>Please log in</html>", "no page of PEP 691"),
        (200, {"Content-Type": JSON}, b'{"files": [{"filename": 1}', "no page of PEP 691"),
        (200, {}, b"\x00\xff\xfe" * 100, "no page of PEP 503"),
        (204, {}, b"", "status 204"),
    ],
)
def test_an_answer_that_says_nothing_leaves_a_gap(  # noqa: PLR0913, PLR0917 -- a row of the table
    index: Index,
    tmp_path: Path,
    status: int,
    headers: dict[str, str],
    body: bytes,
    sentence: str,
):
    """Errors, loops, portals and garbage make no name exist, and none absent."""
    index.project("thing", (status, headers, body))
    answers, took = ask(index.url, tmp_path)
    assert answers.published == {}
    assert sentence in answers.failed["thing"]
    assert took < 3.0
    assert len(index.asked) <= 7


def test_a_server_that_asks_for_a_moment_gets_it(index: Index, tmp_path: Path):
    """A Retry-After of seconds is kept to, one of an hour is not waited for."""
    page = (200, {"Content-Type": JSON}, json.dumps(PAGE).encode())
    index.project("thing", (429, {"Retry-After": "1"}, b""), page)
    answers, took = ask(index.url, tmp_path, total=5.0)
    assert answers.published["thing"].exists
    assert took >= 1.0


def test_a_page_that_swells_is_cut(index: Index, tmp_path: Path):
    """A few kilobytes that unpack to a gigabyte cost neither memory nor time."""
    bomb = gzip.compress(bytes(256 * 1024 * 1024), 9)
    index.project("thing", (200, {"Content-Type": JSON, "Content-Encoding": "gzip"}, bomb))
    answers, _ = ask(index.url, tmp_path, total=20.0)
    assert "too large" in answers.failed["thing"]


def test_a_redirect_takes_no_password_along(index: Index, tmp_path: Path):
    """The login is for the host that the settings name."""
    other = Index()
    try:
        other.project("thing")
        index.project("thing", (302, {"Location": f"{other.url}/thing/"}, b""))
        answers, _ = ask(index.url.replace("http://", "http://me:hush@"), tmp_path)
        assert answers.published["thing"].exists
        assert "authorization" in index.asked[0][1]
        assert "authorization" not in other.asked[0][1]
    finally:
        other.close()


def test_netrc_is_read(index: Index, tmp_path: Path):
    """Where the address says nothing, netrc does, as with pip and uv."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password hush\n")
    index.project("thing")
    settings = IndexSettings(cache=tmp_path, url=index.url, netrc=str(tmp_path / "netrc"))
    assert ask_index(["thing"], settings, 0.0, "2026-11-20").published["thing"].exists
    expected = base64.b64encode(b"me:hush").decode()
    assert index.asked[0][1]["authorization"] == f"Basic {expected}"
    kept = "".join(path.read_text() for path in tmp_path.rglob("*.json"))
    assert "hush" not in kept


def test_a_keyring_is_asked_once_refused(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Only an index that says 401 makes us ask the keyring, and only if the user wants that."""
    (tmp_path / "keyring.py").write_text(
        "def get_password(service, user): return 'hush' if user == 'me' else None\n"
        "def get_credential(service, user): return None\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    page = (200, {"Content-Type": JSON}, json.dumps(PAGE).encode())
    index.project("thing", (401, {}, b""), page)
    url = index.url.replace("http://", "http://me@")
    settings = IndexSettings(cache=tmp_path, url=url, keyring=True)
    assert ask_index(["thing"], settings, 0.0, "2026-11-20").published["thing"].exists
    expected = base64.b64encode(b"me:hush").decode()
    assert index.asked[-1][1]["authorization"] == f"Basic {expected}"

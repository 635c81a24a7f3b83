"""The client of the index, against a server on this machine."""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from toolcrib.errors import UsageError
from toolcrib.net.index import DEFAULT_INDEX, Answers, IndexSettings, ask_index

JSON = "application/vnd.pypi.simple.v1+json"
PAGE = {"meta": {"api-version": "1.1"}, "files": [{"filename": "thing-1.0.tar.gz"}]}
DAY = 24 * 3600

Reply = tuple[int, dict[str, str], bytes]


class Index:
    """A server that answers from a table, and remembers what it was asked."""

    def __init__(self) -> None:
        """Begin to listen on a free port."""
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                index.asked.append((self.path, headers))
                status, headers, body = index.reply(self.path)
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing on stderr."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def reply(self, path: str) -> Reply:
        """Return the next reply for a path; the last one stays."""
        waiting = self.replies.get(path, [(404, {}, b"no such project")])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def project(self, name: str, *replies: Reply) -> None:
        """Put a project on the server."""
        page = (200, {"Content-Type": JSON}, json.dumps(PAGE).encode())
        self.replies[f"/simple/{name}/"] = list(replies) or [page]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/simple"

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


Ask = Callable[..., Answers]


@pytest.fixture
def ask(index: Index, tmp_path: Path) -> Ask:
    """Give a function that asks the index for names at a time."""

    def ask(*names: str, at: float = 0.0, url: str = "", **more: float) -> Answers:
        settings = IndexSettings(
            cache=tmp_path, url=url or index.url, connect=2.0, read=2.0, back_off=0.0, **more
        )
        return ask_index(names, settings, at, "2026-11-20")

    return ask


def test_a_project_exists_or_does_not(index: Index, ask: Ask):
    """Both are answers, by the normalised name."""
    index.project("some-thing")
    answers = ask("Some_Thing", "nothing")
    assert answers.published["some-thing"].exists
    assert not answers.published["nothing"].exists
    assert answers.failed == {}


def test_each_project_is_asked_once_and_kept_for_a_day(index: Index, ask: Ask):
    """Spellings of one name are one question, and an answer of today is not asked again."""
    index.project("thing")
    ask("thing", "Thing", "THING", at=0)
    ask("thing", at=DAY - 1)
    assert len(index.asked) == 1
    ask("thing", at=DAY + 1)
    assert len(index.asked) == 2


def test_an_old_answer_is_asked_for_with_its_etag(index: Index, ask: Ask):
    """What has not changed is not sent again, and is as good as new."""
    page = json.dumps(PAGE).encode()
    index.project(
        "thing", (200, {"Content-Type": JSON, "ETag": '"one"'}, page), (304, {"ETag": '"one"'}, b"")
    )
    ask("thing", at=0)
    answers = ask("thing", at=2 * DAY)
    assert index.asked[1][1]["if-none-match"] == '"one"'
    assert answers.published["thing"].newest == "1.0"
    ask("thing", at=2 * DAY + 1)
    assert len(index.asked) == 2


def test_an_index_that_speaks_html_is_understood(index: Index, ask: Ask):
    """Mirrors often serve HTML whatever one accepts."""
    body = b'<a href="thing-2.0.tar.gz">thing-2.0.tar.gz</a>'
    index.project("thing", (200, {"Content-Type": "text/html"}, body))
    assert ask("thing").published["thing"].newest == "2.0"


def test_a_passing_fault_of_the_server_is_tried_again(index: Index, ask: Ask):
    """Two retries, then the answer counts."""
    page = (200, {"Content-Type": JSON}, json.dumps(PAGE).encode())
    index.project("thing", (503, {}, b""), (502, {}, b""), page)
    assert ask("thing").published["thing"].exists


@pytest.mark.parametrize("status", [403, 500])
def test_a_lasting_fault_is_no_answer(index: Index, ask: Ask, status: int):
    """The reason is given, and nothing is kept of it."""
    index.project("thing", (status, {}, b""))
    answers = ask("thing")
    assert answers.published == {}
    assert str(status) in answers.failed["thing"]
    index.project("thing")
    assert ask("thing").published["thing"].exists


def test_a_damaged_cache_is_no_fault(index: Index, ask: Ask, tmp_path: Path):
    """What cannot be read is asked for anew."""
    index.project("thing")
    ask("thing")
    (kept,) = tmp_path.rglob("thing.json")
    kept.write_bytes(b"{")
    assert ask("thing").published["thing"].exists
    assert len(index.asked) == 2


def test_a_page_that_is_no_page_is_no_answer(index: Index, ask: Ask):
    """A portal that answers everything with a page of its own does not make names exist."""
    index.project("thing", (200, {"Content-Type": JSON}, b"<html>"))
    assert "thing" in ask("thing").failed


def test_after_a_dead_connection_nothing_more_is_asked(ask: Ask):
    """Off the network a check ends soon, whatever the number of names."""
    answers = ask(*(f"name{number}" for number in range(40)), url="http://127.0.0.1:9/simple")
    assert answers.published == {}
    assert set(answers.failed) == {f"name{number}" for number in range(40)}


def test_credentials_reach_the_server_and_no_message(index: Index, ask: Ask, tmp_path: Path):
    """They go into the header; neither faults nor the cache show them."""
    secret = index.url.replace("http://", "http://me:p%40ss@")
    index.project("thing")
    assert ask("thing", url=secret).published["thing"].exists
    expected = base64.b64encode(b"me:p@ss").decode()
    assert index.asked[0][1]["authorization"] == f"Basic {expected}"
    dead = ask("other", url="http://me:p%40ss@127.0.0.1:9/simple")
    kept = "".join(str(path) + path.read_text() for path in tmp_path.rglob("*.json"))
    assert not any(word in str(dead.failed) + kept for word in ("p@ss", "p%40ss", "me:"))


def test_an_address_that_is_none_is_refused(ask: Ask):
    """A path is no index that can be asked."""
    with pytest.raises(UsageError):
        ask("thing", url="file:///srv/simple")


def test_nothing_asked_is_nothing_answered(index: Index, ask: Ask):
    """Without names there is no connection."""
    assert ask() == Answers(published={}, failed={})
    assert index.asked == []


@pytest.mark.index
def test_the_default_index_answers(tmp_path: Path):
    """The real thing knows a project that exists, and one that cannot."""
    settings = IndexSettings(cache=tmp_path, url=DEFAULT_INDEX)
    answers = ask_index(["pip", "no-such-project-of-ours-0"], settings, 0.0, "2026-11-20")
    if answers.failed:
        pytest.skip(f"no index here: {answers.failed}")
    assert answers.published["pip"].exists
    assert not answers.published["no-such-project-of-ours-0"].exists

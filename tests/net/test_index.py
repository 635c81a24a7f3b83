"""The client of the index, against a server on this machine."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexes import JSON, PAGE, Index
from toolcrib.errors import UsageError
from toolcrib.net.index import DEFAULT_INDEX, Answers, IndexSettings, ask_index

DAY = 24 * 3600


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

"""The client of the index, against a server on this machine."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from indexes import JSON, PAGE, Index
from toolcrib.errors import UsageError
from toolcrib.net.index import Answers, ask_index
from toolcrib.net.settings import DEFAULT_INDEX, IndexSettings

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

    def ask(*names: str, at: float = 0.0, url: str = "", **more: Any) -> Answers:  # noqa: ANN401 -- any setting
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


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/simple", "simple", "https:///simple", ""])
def test_an_address_that_is_none_is_refused(ask: Ask, url: str):
    """What neither the web nor this machine's disk has is no index."""
    with pytest.raises(UsageError):
        ask("thing", url=url or "/srv/simple")


def test_a_folder_is_an_index(ask: Ask, tmp_path: Path):
    """As pip takes `file:` addresses, so does this."""
    folder = tmp_path / "simple" / "thing"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<a href='../../thing-1.0-py3-none-any.whl'>x</a>")
    answers = ask("thing", "nothing", url=f"file://{tmp_path}/simple")
    assert answers.published["thing"].newest == "1.0"
    assert not answers.published["nothing"].exists


def test_the_first_index_that_has_it_answers(index: Index, ask: Ask):
    """Extra indexes are asked in their order, and the answer names the one that has it."""
    other = Index()
    try:
        index.project("public")
        other.project("private")
        answers = ask("public", "private", "neither", first=(other.url,))
        assert answers.published["public"].index == index.url.split("/")[2]
        assert answers.published["private"].index == other.url.split("/")[2]
        assert not answers.published["neither"].exists
    finally:
        other.close()


def test_a_name_is_absent_only_if_all_have_said_so(ask: Ask):
    """An extra index that is silent leaves the question open."""
    answers = ask("thing", extra=("http://127.0.0.1:9/simple",))
    assert answers.published == {}
    assert "no connection" in answers.failed["thing"]


def test_an_absent_name_is_asked_for_again_soon(index: Index, ask: Ask):
    """It may be registered at any time."""
    ask("thing", at=0)
    index.project("thing")
    assert not ask("thing", at=3599).published["thing"].exists
    assert ask("thing", at=3601).published["thing"].exists


def test_a_silent_index_leaves_the_last_answer(index: Index, ask: Ask):
    """It carries its own date; after a month it is worth nothing."""
    index.project("thing")
    ask("thing", at=0)
    index.replies["/simple/thing/"] = [(500, {}, b"")]
    assert ask("thing", at=2 * DAY).published["thing"].as_of == "2026-11-20"
    assert "500" in ask("thing", at=31 * DAY).failed["thing"]


def test_an_answer_without_etag_is_asked_for_by_its_date(index: Index, ask: Ask):
    """The other way of HTTP to save an answer that has not changed."""
    stamp = "Fri, 20 Nov 2026 00:00:00 GMT"
    page = (200, {"Content-Type": JSON, "Last-Modified": stamp}, json.dumps(PAGE).encode())
    index.project("thing", page, (304, {}, b""))
    ask("thing", at=0)
    assert ask("thing", at=2 * DAY).published["thing"].newest == "1.0"
    assert index.asked[1][1]["if-modified-since"] == stamp


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

"""Locks that are remembered, and failures."""

import os
import time
from pathlib import Path

import pytest

from toolcrib.model.receipt import Lock
from toolcrib.verify import locks
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import When, kept_lock
from toolcrib.verify.reasons import CannotInstallError

PYTHON = this_interpreter()
HOUR = 3600
DAY = 24 * HOUR


class Index:
    """Stands in for uv: counts how often it is asked."""

    def __init__(self) -> None:
        """Have what is asked for."""
        self.asked = 0
        self.reason = ""

    def resolve(self, requirements: tuple[str, ...], *_: object) -> Lock:
        """Return a lock, or say why there is none."""
        self.asked += 1
        if self.reason:
            raise CannotInstallError(self.reason)
        return Lock(python="3.11", platform="x", requirements=requirements, packages=())


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Index:
    """Put an index in uv's place."""
    index = Index()
    monkeypatch.setattr(locks, "resolve", index.resolve)
    return index


def asked(cache: Path, when: When = "needed") -> str:
    """Ask for a lock and return the reason why there is none, or nothing."""
    try:
        lock = kept_lock(("thing",), (), PYTHON, cache, when)
    except CannotInstallError as fault:
        return str(fault)
    assert lock.requirements == ("thing",)
    return ""


def let_pass(cache: Path, seconds: float) -> None:
    """Make all that is remembered older."""
    for path in (cache / "locks").iterdir():
        os.utime(path, (time.time() - seconds,) * 2)


def test_lock_is_remembered_for_thirty_days(index: Index, tmp_path: Path) -> None:
    """The index is asked once, and again when the lock has grown old."""
    assert [asked(tmp_path) for _ in range(3)] == ["", "", ""]
    assert index.asked == 1
    let_pass(tmp_path, 29 * DAY)
    assert (asked(tmp_path), index.asked) == ("", 1)
    let_pass(tmp_path, 31 * DAY)
    assert (asked(tmp_path), index.asked) == ("", 2)


def test_failure_is_remembered_for_a_day(index: Index, tmp_path: Path) -> None:
    """What cannot be installed is said again with its reason, without asking; for a day."""
    index.reason = "it has no wheels"
    assert {asked(tmp_path) for _ in range(3)} == {"it has no wheels"}
    assert index.asked == 1
    let_pass(tmp_path, 23 * HOUR)
    assert (asked(tmp_path), index.asked) == ("it has no wheels", 1)
    index.reason = ""
    let_pass(tmp_path, 25 * HOUR)
    assert (asked(tmp_path), index.asked) == ("", 2)


@pytest.mark.parametrize("when", ["failed", "always"])
def test_failure_is_asked_for_anew(index: Index, tmp_path: Path, when: When) -> None:
    """Whoever waits for it, or wants the latest, has the index asked again after a failure."""
    index.reason = "it has no wheels"
    assert asked(tmp_path)
    index.reason = ""
    assert asked(tmp_path, when) == ""
    assert (asked(tmp_path), index.asked) == ("", 2)


def test_lock_is_asked_for_anew_only_in_any_case(index: Index, tmp_path: Path) -> None:
    """A lock that is there is resolved again for the latest one alone."""
    assert [asked(tmp_path), asked(tmp_path, "failed")] == ["", ""]
    assert index.asked == 1
    assert (asked(tmp_path, "always"), index.asked) == ("", 2)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"python": "3.11"}', b"\xff"])
def test_what_is_damaged_is_resolved(index: Index, tmp_path: Path, content: bytes) -> None:
    """A file that says nothing is as good as none."""
    asked(tmp_path)
    (path,) = (tmp_path / "locks").iterdir()
    path.write_bytes(content)
    assert (asked(tmp_path), index.asked) == ("", 2)


def test_overrides_are_no_requirements(index: Index, tmp_path: Path) -> None:
    """What stands at another place asks for another lock."""
    kept_lock(("a", "b"), (), PYTHON, tmp_path)
    kept_lock(("a",), ("b",), PYTHON, tmp_path)
    assert index.asked == 2

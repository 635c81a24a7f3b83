"""What is kept, and what of it may go."""

import fcntl
import os
import time
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.app.cache import KEPT, Kept, kept, prune, superfluous
from toolcrib.cli.cache import Size

HOUR = 3600.0
NOW = 100 * 24 * HOUR

things = st.lists(
    st.builds(
        Kept,
        kind=st.just("environments"),
        path=st.uuids().map(lambda name: Path(str(name))),
        size=st.integers(0, 1000),
        used=st.floats(0, NOW),
    ),
    max_size=12,
)


@given(things)
def test_what_is_used_stays(found: list[Kept]) -> None:
    """Without a limit only what was not used for thirty days goes, and all of that."""
    going = superfluous(found, NOW)
    assert {thing.path for thing in going} == {t.path for t in found if NOW - t.used > KEPT}


@given(things, st.integers(0, 5000))
def test_limit_is_kept_from_the_oldest_on(found: list[Kept], limit: int) -> None:
    """The rest has its size, unless only what is in use is left; nothing goes without need."""
    going = superfluous(found, NOW, limit)
    staying = [thing for thing in found if thing not in going]
    total = sum(thing.size for thing in staying)
    assert total <= limit or all(NOW - thing.used <= HOUR for thing in staying)
    assert all(NOW - thing.used > HOUR for thing in going)
    if going:
        last = going[-1]
        assert total + last.size > limit
        idle = [thing for thing in staying if NOW - thing.used > HOUR]
        assert all(thing.used >= last.used for thing in idle)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache with an old environment, one in use, and a lock."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path))
    for name, days in (("old", 40), ("new", 0)):
        folder = tmp_path / "environments" / name
        (folder / "lib").mkdir(parents=True)
        (folder / "lib/module.py").write_bytes(bytes(100))
        (folder / ".complete").write_text("100")
        used = time.time() - days * 24 * HOUR
        for path in (folder / ".complete", folder):
            os.utime(path, (used, used))
        folder.chmod(0o555)
    (tmp_path / "locks").mkdir()
    (tmp_path / "locks/one.json").write_text("{}")
    return tmp_path


def test_cache_is_told_by_kind(cache: Path) -> None:
    """Environments are told one by one with their sizes, a small kind as one thing."""
    assert {(thing.kind, thing.path.name, thing.size) for thing in kept()} == {
        ("environments", "new", 103),
        ("environments", "old", 103),
        ("locks", "locks", 2),
    }
    assert cache.is_dir()


def test_prune_removes_what_is_old(cache: Path) -> None:
    """A read-only environment that nobody used goes, and nothing of it stays behind."""
    assert [thing.path.name for thing in prune()] == ["old"]
    assert [path.name for path in (cache / "environments").iterdir() if path.is_dir()] == ["new"]
    assert prune() == ()


def test_prune_leaves_what_is_held(cache: Path) -> None:
    """An environment that a process has held for long, a server's for one, is not taken from it."""
    lock = os.open(cache / "environments/old.lock", os.O_RDWR | os.O_CREAT, 0o644)
    fcntl.flock(lock, fcntl.LOCK_SH)
    assert prune() == ()
    os.close(lock)
    assert [thing.path.name for thing in prune()] == ["old"]


def test_prune_that_was_killed_is_no_obstacle(cache: Path) -> None:
    """What a prune has left half removed does not stop the next one."""
    (cache / ".locks-going/remains").mkdir(parents=True)
    hours = time.time() - 2 * HOUR
    for path in (cache / "locks/one.json", cache / "locks"):
        os.utime(path, (hours, hours))
    assert "locks" in [thing.path.name for thing in prune(0)]
    assert not (cache / "locks").exists()


def test_no_cache_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no cache yet nothing is kept, and nothing goes."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "none"))
    assert kept() == ()
    assert prune(0) == ()


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("500M", 500_000_000),
        ("2 GB", 2_000_000_000),
        ("1.5g", 1_500_000_000),
        ("10", 10),
        ("2 MiB", 2 << 20),
        ("1" + 400 * "0", 10**400),
    ],
)
def test_sizes_as_people_write_them(text: str, size: int) -> None:
    """A size may have a unit, with or without a space, in any case."""
    assert Size().convert(text, None, None) == size


def test_what_is_no_size() -> None:
    """Anything else is answered with what to write."""
    with pytest.raises(click.BadParameter, match="write 500M or 2G"):
        Size().convert("much", None, None)

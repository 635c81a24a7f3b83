"""Folders that are made once."""

import fcntl
import os
from pathlib import Path

import pytest

from toolcrib.verify.once import made_once, note_use, remove, remove_unused
from toolcrib.verify.pool import run_all


def make(folder: Path) -> None:
    """Fill a folder, and note that it was done."""
    (folder / "sub").mkdir()
    (folder / "sub/file").write_text(str(os.getpid()))
    (folder / "sub").chmod(0o555)


def made_elsewhere(place: Path) -> None:
    """Make a folder in a process that is over when this returns."""
    assert list(run_all([place], _made, 1)) == [(place, b"")]


def _made(place: Path, _: int) -> bytes:
    made_once(place, make)
    return b""


def test_it_is_made_once(tmp_path: Path) -> None:
    """Who comes first makes it, the others find it; it is read-only."""
    place = tmp_path / "new" / "folder"
    answers = list(run_all([place] * 6, _made, 3))
    assert [answer for _, answer in answers] == [b""] * 6
    assert (place / "sub/file").read_text().isdigit()
    assert sorted(p.name for p in place.parent.iterdir()) == ["folder", "folder.lock"]
    assert place.stat().st_mode & 0o222 == 0


def test_what_is_in_use_stays(tmp_path: Path) -> None:
    """A folder that a process holds is not removed; when it has ended it is, in whole."""
    place = tmp_path / "folder"
    read, write = os.pipe()
    ready, tell = os.pipe()

    def hold(_: None, __: int) -> bytes:
        os.close(write)
        made_once(place, make)
        os.write(tell, b".")
        os.read(read, 1)
        return b""

    holder = run_all([None], hold, 1)
    pid = os.fork()
    if pid == 0:
        os.close(write)
        next(holder)
        os._exit(0)
    os.read(ready, 1)
    assert not remove_unused(place)
    assert (place / "sub/file").exists()
    os.close(write)
    os.waitpid(pid, 0)
    assert remove_unused(place)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.lock"]
    assert remove_unused(place)
    for descriptor in (read, ready, tell):
        os.close(descriptor)


def test_failure_leaves_nothing_and_is_no_end(tmp_path: Path) -> None:
    """Who fails to make it hears why; the next one, in the same process too, can make it."""
    place = tmp_path / "folder"

    def fail(folder: Path) -> None:
        make(folder)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        made_once(place, fail)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.lock"]
    made_once(place, make)
    assert (place / "sub/file").exists()
    remove(place)
    made_once(place, make)
    assert (place / "sub/file").exists()


def test_remains_of_the_killed_are_removed(tmp_path: Path) -> None:
    """Whatever lies beside the place under its name is gone once it is made."""
    place = tmp_path / "folder"
    (tmp_path / "folder-abc").mkdir()
    make(tmp_path / "folder-abc")
    (tmp_path / "folder-removed").mkdir()
    made_elsewhere(place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "folder.lock"]


def test_it_is_there_though_somebody_removes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is removed just when its maker changes the kind of its lock is made once more."""
    place = tmp_path / "folder"
    flock, kinds = fcntl.flock, []

    def disturbed(lock: int, kind: int) -> None:
        kinds.append(kind)
        if kinds == [fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_SH]:
            remove(place)
        flock(lock, kind)

    monkeypatch.setattr(fcntl, "flock", disturbed)
    made_once(place, make)
    assert (place / "sub/file").exists()


def test_use_is_noted_where_one_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is used is touched; that of somebody else is used as well as one's own."""
    os.utime(tmp_path, (0, 0))
    note_use(tmp_path)
    noted = tmp_path.stat().st_mtime
    assert noted > 0

    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    note_use(tmp_path)
    assert tmp_path.stat().st_mtime == noted

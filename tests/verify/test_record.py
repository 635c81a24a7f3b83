"""What is written is written in whole, and where it belongs."""

import errno
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.app import use
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock, Package
from toolcrib.model.task import Solution
from toolcrib.verify import locks, whole
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock, lock_digest
from toolcrib.verify.record import quoted, write_lock, write_picture, write_receipts
from toolcrib.verify.whole import write_whole

LOCK = Lock(
    python="3.12",
    platform="linux-x86_64",
    requirements=("PyYAML",),
    packages=(Package(name="pyyaml", version="6.0", hashes=("0" * 64,)),),
)
TOOL = Solution(module=ModuleId("std:socket"), file="with_socket.py", code="print('whole')\n")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each write reach the disk in part, and then fail."""

    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(whole.os, "fsync", fsync)


def test_mode_and_folder(tmp_path: Path) -> None:
    """A file has the mode that is asked for, in a folder made for it, and nothing beside it."""
    path = tmp_path / "a/b/file"
    write_whole(path, b"old")
    assert path.stat().st_mode & 0o777 == 0o644
    write_whole(path, b"new", 0o444)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o444)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("full_disk")
def test_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    """When a file cannot be written, the old one stays, no draft does, and the fault names it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("full_disk")
def test_no_half_of_anything_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Receipts, locks, pictures and programs that could not be written are not there at all."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path))
    monkeypatch.setattr(locks, "resolve", lambda *_: LOCK)
    monkeypatch.setattr(use, "solution_lock", lambda *_: LOCK)
    monkeypatch.setattr(use, "environment", lambda *_: None)
    monkeypatch.setattr(use, "run_here", lambda *_: 0)
    for write in (
        lambda: write_receipts(tmp_path, ModuleId("std:json"), ()),
        lambda: write_lock(tmp_path, LOCK),
        lambda: write_picture(tmp_path, b"\x89PNG"),
        lambda: kept_lock(("PyYAML",), (), this_interpreter(), tmp_path),
        lambda: use.use_tool(TOOL, ()),
    ):
        with pytest.raises(OSError, match="No space left"):
            write()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_half_a_program_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of which a crash left half is written anew before it is run."""
    ran: list[str] = []

    def run_here(_: object, program: Path, __: object) -> int:
        ran.append(program.read_text())
        program.write_text("print(")
        return 0

    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path))
    monkeypatch.setattr(use, "solution_lock", lambda *_: LOCK)
    monkeypatch.setattr(use, "environment", lambda *_: None)
    monkeypatch.setattr(use, "run_here", run_here)
    use.use_tool(TOOL, ())
    use.use_tool(TOOL, ())
    assert ran == [TOOL.code, TOOL.code]


def test_lock_is_toml(tmp_path: Path) -> None:
    """A lock on the disk says what the lock says."""
    write_lock(tmp_path, LOCK)
    written = tomllib.loads((tmp_path / f"locks/{lock_digest(LOCK)}.toml").read_text())
    assert written["requirements"] == ["PyYAML"]
    assert written["packages"] == [{"name": "pyyaml", "version": "6.0", "hashes": ["0" * 64]}]


@given(st.text().filter(lambda text: "\x7f" not in text))
def test_quoted_text_is_read_as_written(text: str) -> None:
    """Whatever a text holds, TOML reads it back."""
    assert tomllib.loads(f"text = {quoted(text)}") == {"text": text}

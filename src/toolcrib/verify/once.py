"""Folders that are made once: whole or not at all, by one process, and not removed while in use."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

_HELD: dict[Path, int] = {}
"""The locks of this process; they end with it, however it ends."""


def made_once(folder: Path, make: Callable[[Path], None]) -> None:
    """Make a folder where it is not there yet, and hold it until this process ends.

    It is made beside its place and renamed in whole, so one that was broken off at any moment
    leaves nothing that looks like it; its remains are removed by the next who makes it. Several
    processes may ask at once, one of them makes it.

    Args:
        folder: The place; its name is all that it is known by.
        make: Fills an empty folder.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    # One descriptor for each folder: with two a process would wait for itself.
    lock = _HELD.pop(folder, -1)
    lock = lock if lock >= 0 else _lock_of(folder)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        # Again and again: between two kinds of lock there is none, and somebody may remove it.
        while not folder.exists():
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                _make(folder, make)
            fcntl.flock(lock, fcntl.LOCK_SH)
    except BaseException:
        os.close(lock)
        raise
    _HELD[folder] = lock


def _lock_of(folder: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
    return os.open(folder.with_suffix(".lock"), flags, 0o644)


def _make(folder: Path, make: Callable[[Path], None]) -> None:
    for remains in folder.parent.glob(f"{folder.name}-*"):
        remove(remains)
    staging = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        staging.chmod(0o755)
        make(staging)
        staging.chmod(0o555)
        staging.rename(folder)
    except BaseException:
        remove(staging)
        raise


def remove_unused(folder: Path) -> bool:
    """Remove a folder that was made once, unless a process holds it; tell whether it is gone."""
    if not folder.exists():
        return True
    lock = _lock_of(folder)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        if folder.exists():
            # In one step out of the way: nobody may take what is half removed for the whole.
            remains = folder.with_name(f"{folder.name}-removed")
            remove(remains)
            folder.rename(remains)
            remove(remains)
        return True
    finally:
        os.close(lock)


def remove(folder: Path) -> None:
    """Remove a folder, read-only as it is."""
    for path, _, _ in os.walk(folder):
        Path(path).chmod(0o755)
    shutil.rmtree(folder, ignore_errors=True)


def note_use(place: Path) -> None:
    """Note when something was used last: what `crib cache prune` goes by.

    In a cache of somebody else's that is not to be noted.
    """
    with contextlib.suppress(PermissionError):
        os.utime(place)

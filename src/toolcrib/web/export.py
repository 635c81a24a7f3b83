"""The site as a folder for any static host; only what has changed is written again."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from toolcrib.errors import UsageError
from toolcrib.model.value import Value
from toolcrib.web.site import File

_RECORD = ".toolcrib-site.json"
"""What was written the last time, and of which content."""

_Record = dict[str, tuple[str, int] | str]
"""By path the digest of a file's content and its bytes; earlier versions wrote no bytes."""


class Written(Value, frozen=True, kw_only=True):
    """How many files the site has, and how many were written and removed for that."""

    files: int
    written: int
    removed: int


def export(
    files: Iterable[File], folder: Path, tell: Callable[[int], None] = lambda _: None
) -> Written:
    """Write a site into a folder; `tell` hears how many files there are so far.

    A file whose content did not change stays untouched, unless somebody else has cut or removed
    it. What an earlier export wrote and this one does not have is removed; nothing else in the
    folder is.

    Raises:
        UsageError: The folder holds something else.
    """
    before = _record(folder)
    after: dict[str, tuple[str, int]] = {}
    written = 0
    for file in files:
        known, size = before.get(file.path, ("", 0))
        if known != file.key or _size(folder, file.path) != size:
            content = file.make()
            size = len(content)
            _write(folder / file.path, content)
            written += 1
        after[file.path] = (file.key, size)
        tell(len(after))
    gone = [name for name in before if name not in after]
    for name in gone:
        _remove(folder, name)
    _write(folder / _RECORD, msgspec.json.encode(after))
    return Written(files=len(after), written=written, removed=len(gone))


def _size(folder: Path, path: str) -> int:
    """Return the bytes of a file, or -1 where there is none."""
    try:
        status = os.stat(f"{folder}/{path}")  # noqa: PTH116 -- for each of ten thousands of files
    except OSError:
        return -1
    return status.st_size if stat.S_ISREG(status.st_mode) else -1


def _record(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the digest and the bytes of each file that was written the last time."""
    try:
        found = msgspec.json.decode((folder / _RECORD).read_bytes(), type=_Record)
    except FileNotFoundError:
        pass
    except msgspec.MsgspecError as fault:
        raise UsageError(f"{folder / _RECORD} cannot be read", "remove the folder") from fault
    else:
        return {path: (one, -1) if isinstance(one, str) else one for path, one in found.items()}
    if folder.is_dir() and any(folder.iterdir()):
        message = f"{folder} is not empty, and no site of toolcrib"
        raise UsageError(message, "name an empty folder, or one that `crib site` has written")
    return {}


def _write(path: Path, content: bytes) -> None:
    """Write a file in whole or not at all."""
    draft = path.with_name(f".draft-{os.getpid()}")
    try:
        try:
            draft.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str) -> None:
    """Remove a file of an earlier export, and the folders that it leaves empty."""
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        return
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder:
            return
        with contextlib.suppress(OSError):
            parent.rmdir()

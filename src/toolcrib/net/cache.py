"""Answers of an index on disk, each with its age and what it is known by (ETag, date)."""

import hashlib
import os
import threading
from contextlib import suppress
from pathlib import Path

import msgspec

from toolcrib.model.published import Contents, File, Published
from toolcrib.model.value import Value

_FORMAT = 2
"""Changes with what is kept of a project, so that older answers are asked for anew."""


class Kept(Value, frozen=True, kw_only=True):
    """An answer as it was kept; `fetched` in seconds since the epoch."""

    fetched: float
    published: Published
    etag: str = ""
    modified: str = ""


class AnswerCache:
    """A folder of answers, one file a project; a folder that cannot be written keeps nothing."""

    def __init__(self, folder: Path, index: str) -> None:
        """Take the folder of all caches, and the address of the index without credentials."""
        key = hashlib.sha256(f"{_FORMAT} {index}".encode()).hexdigest()[:16]
        self._folder = folder / "index" / key

    def get(self, project: str) -> Kept | None:
        """Return what was kept of a project; a damaged file is as good as none."""
        try:
            return msgspec.json.decode(self._path(project).read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, project: str, kept: Kept) -> None:
        """Keep an answer; it is written beside its place and renamed in whole."""
        write_answer(self._path(project), msgspec.json.encode(kept))

    def _path(self, project: str) -> Path:
        return self._folder / f"{project}.json"


class ContentsCache:
    """What files of an index hold; a file never changes, so this has no age."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of all caches."""
        self._folder = folder / "index" / f"contents-{_FORMAT}"

    def get(self, file: File) -> Contents | None:
        """Return what was found in a file; damaged notes are as good as none."""
        try:
            return msgspec.json.decode(self._path(file).read_bytes(), type=Contents)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, file: File, found: Contents) -> None:
        """Keep what was found."""
        write_answer(self._path(file), msgspec.json.encode(found))

    def _path(self, file: File) -> Path:
        key = f"{file.name} {file.sha256 or file.url}"
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"


def write_answer(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it; where that cannot be, nothing is kept."""
    draft = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.draft")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)

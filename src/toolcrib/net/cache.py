"""Answers of an index on disk, each with its age and what it is known by (ETag, date)."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from toolcrib.model.published import Published
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
        path = self._path(project)
        draft = path.with_suffix(f".{os.getpid()}.draft")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(msgspec.json.encode(kept))
            draft.replace(path)

    def _path(self, project: str) -> Path:
        return self._folder / f"{project}.json"

"""What was made of files and texts before, so that it is not made again from what has not changed.

It is one file beside the bundles in the cache, written beside its place and renamed in whole, so
that its sections always belong together. One that is damaged, or was written by other code, counts
as empty: all of it can be made again.
"""

import hashlib
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR
from types import GenericAlias
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")

_CHECKSUM = 4
"""Bytes of the CRC-32 that the file begins with."""


class Section(Generic[T]):
    """Values of one kind by key, each with a stamp that says what it was made of."""

    def __init__(self, before: dict[str, tuple[str, T]]) -> None:
        """Begin with what was there before; of it remains what is asked for."""
        self.before = before
        self.now: dict[str, tuple[str, T]] = {}

    def get(self, key: str, stamp: str, make: Callable[[], T]) -> T:
        """Return what was made of the same before, or make it."""
        found = self.before.get(key)
        if found is None or found[0] != stamp:
            found = (stamp, make())
        self.now[key] = found
        return found[1]

    def changed(self) -> set[str]:
        """Return the keys whose values are not what they were, or were not there, or went."""
        return {
            key
            for key in self.before.keys() | self.now.keys()
            if self.before.get(key) is not self.now.get(key)
        }


class Kept:
    """Sections by name; without a path, none that lasts."""

    def __init__(self, path: str = "", made_by: str = "") -> None:
        """Read what is there, if it was `made_by` the same code.

        `bundle` is where the bundle lies that all of it went into, or nothing.
        """
        self._path = path
        self._made_by = made_by
        self.bundle, self._packed = _read(path, made_by) if path else ("", {})
        self._sections: dict[str, Section[Any]] = {}

    def section(self, name: str, kind: type[T]) -> Section[T]:
        """Return the section of a name, whose values are all of one kind."""
        if name not in self._sections:
            self._sections[name] = Section(self._unpacked(name, kind))
        return self._sections[name]

    def _unpacked(self, name: str, kind: type[T]) -> dict[str, tuple[str, T]]:
        if name not in self._packed:
            return {}
        values = GenericAlias(dict, (str, GenericAlias(tuple, (str, kind))))
        try:
            found: dict[str, tuple[str, T]] = msgspec.msgpack.decode(
                self._packed[name], type=values
            )
        except (msgspec.DecodeError, UnicodeDecodeError):
            # The last bundle goes with all sections: without one of them, all begin anew.
            self.bundle, self._packed = "", {}
            return {}
        return found

    def of_file(self, name: str, kind: type[T], path: Path, make: Callable[[], T]) -> T:
        """Return what was made of a file, or of all below a folder, while that was as it is now."""
        return self.section(name, kind).get(str(path), _stamp(path) if self._path else "", make)

    def write(self, bundle: str = "") -> None:
        """Keep for the next time what was asked for, and where the bundle lies that it went into.

        Where nothing can be written, nothing is kept.
        """
        if not self._path:
            return
        news = {name: section for name, section in self._sections.items() if section.changed()}
        packed = {name: msgspec.Raw(value) for name, value in self._packed.items()}
        for name, section in news.items():
            packed[name] = msgspec.Raw(msgspec.msgpack.encode(section.now))
        content = msgspec.msgpack.encode((self._made_by, bundle, packed))
        draft = Path(f"{self._path}.{os.getpid()}.draft")
        try:
            draft.write_bytes(zlib.crc32(content).to_bytes(_CHECKSUM, "big") + content)
            draft.replace(self._path)
        except OSError:
            draft.unlink(missing_ok=True)


def _read(path: str, made_by: str) -> tuple[str, dict[str, msgspec.Raw]]:
    nothing: tuple[str, dict[str, msgspec.Raw]] = ("", {})
    try:
        data = memoryview(Path(path).read_bytes())
        content = data[_CHECKSUM:]
        if zlib.crc32(content) != int.from_bytes(data[:_CHECKSUM], "big"):
            return nothing
        author, bundle, packed = msgspec.msgpack.decode(
            content, type=tuple[str, str, dict[str, msgspec.Raw]]
        )
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return nothing
    return (bundle, packed) if author == made_by else nothing


def digest(value: object) -> str:
    """Return what tells a value of plain kinds from all others."""
    return hashlib.blake2b(msgspec.msgpack.encode(value), digest_size=16).hexdigest()


def _stamp(path: Path) -> str:
    """Return size and time of change of a file, or of all files below a folder."""
    stat = os.lstat(path)
    if S_ISDIR(stat.st_mode):
        return digest(_below(str(path)))
    return f"{stat.st_mtime_ns}-{stat.st_size}"


def _below(folder: str) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            stat = entry.stat(follow_symlinks=False)
            found.append((entry.path, stat.st_mtime_ns, stat.st_size))
            if entry.is_dir(follow_symlinks=False):
                found += _below(entry.path)
    return sorted(found)

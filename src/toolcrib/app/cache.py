"""What toolcrib keeps because it can be made again: how much of it there is, and less of it."""

import os
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

from toolcrib.app.settings import cache_folder
from toolcrib.model.value import Value
from toolcrib.verify.once import remove, remove_unused

_HOUR = 3600.0
KEPT = 30 * 24 * _HOUR
"""For how long, in seconds, what is not used is kept: as long as a lock."""

_ONE_BY_ONE = ("environments", "npm", "pyodide", "systems")
"""Folders whose entries are large, and are removed one by one."""

_HELD = ("environments", "npm")
"""Those of them whose entries whoever uses them holds, for as long as that takes."""


class Kept(Value, frozen=True, kw_only=True):
    """One thing in the cache: its kind, its path, its bytes, when it was used, in seconds."""

    kind: str
    path: Path
    size: int
    used: float


def kept() -> tuple[Kept, ...]:
    """Return all that is in the cache, by kind; a small kind is one thing."""
    cache = cache_folder().value
    found = []
    for folder in sorted(cache.iterdir()) if cache.is_dir() else ():
        if folder.name not in _ONE_BY_ONE:
            found.append(_measured(folder.name, folder))
            continue
        places = (place for place in sorted(folder.iterdir()) if place.is_dir())
        found += [_measured(folder.name, place) for place in places]
    return tuple(found)


def superfluous(things: Iterable[Kept], now: float, limit: int | None = None) -> tuple[Kept, ...]:
    """Return what may go: the least recently used first, until the rest has its size.

    Without a limit in bytes it is what was not used for thirty days. What was used within the last
    hour stays in any case: somebody may be at it.
    """
    things = sorted(things, key=lambda thing: thing.used)
    total = sum(thing.size for thing in things)
    going = []
    for thing in things:
        idle = now - thing.used
        too_much = limit is not None and total > limit
        if idle > _HOUR and (too_much or (limit is None and idle > KEPT)):
            going.append(thing)
            total -= thing.size
    return tuple(going)


def prune(limit: int | None = None) -> tuple[Kept, ...]:
    """Remove what is superfluous and held by nobody, and return it."""
    return tuple(thing for thing in superfluous(kept(), time.time(), limit) if _is_gone(thing))


def _is_gone(thing: Kept) -> bool:
    """Remove a thing, and tell whether it is gone."""
    if thing.kind in _HELD:
        return remove_unused(thing.path)
    if thing.path.is_dir():
        # First out of sight: whoever asks for it meanwhile makes it anew.
        aside = thing.path.with_name(f".{thing.path.name}-going")
        remove(aside)
        thing.path.rename(aside)
        remove(aside)
    else:
        thing.path.unlink(missing_ok=True)
    return True


def _measured(kind: str, path: Path) -> Kept:
    size, used = 0, path.lstat().st_mtime
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                status = os.lstat(os.path.join(folder, name))  # noqa: PTH118 -- half a million files
            except FileNotFoundError:
                continue
            size += status.st_size
            if folder == str(path) or kind not in _ONE_BY_ONE:
                used = max(used, status.st_mtime)
    if path.is_file():
        size = path.stat().st_size
    return Kept(kind=kind, path=path, size=size, used=used)


def free_bytes() -> int:
    """Return how much room the cache's disk has left."""
    place = cache_folder().value
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free

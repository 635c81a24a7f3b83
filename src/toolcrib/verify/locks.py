"""Locks: resolved once, kept for as long as a receipt stays fresh; failures for a day."""

import functools
import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from toolcrib.model.receipt import Lock
from toolcrib.model.value import Value
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import Interpreter
from toolcrib.verify.uv import resolve
from toolcrib.verify.whole import write_whole

_LOCK_SECONDS = 30 * 24 * 3600
_FAILURE_SECONDS = 24 * 3600

When = Literal["needed", "failed", "always"]
"""When to resolve: where nothing is remembered, also where it failed, or in any case."""


class _Kept(Value, frozen=True, kw_only=True):
    """What a resolution came to: a lock, or the reason why there is none."""

    lock: Lock | None = None
    reason: str = ""


def lock_digest(lock: Lock) -> str:
    """Return the SHA-256 of a lock: its file's name among the receipts, its environment's key."""
    return hashlib.sha256(msgspec.json.encode(lock)).hexdigest()


def kept_lock(
    requirements: tuple[str, ...],
    overrides: tuple[str, ...],
    interpreter: Interpreter,
    cache: Path,
    when: When = "needed",
) -> Lock:
    """Return the lock for requirements on an interpreter, resolved in the last thirty days.

    That there is none is remembered for a day. That of no requirements is no work, and not kept.

    Args:
        requirements: The distributions that are wanted, as PEP 508 writes them.
        overrides: What takes the place of their own requirements.
        interpreter: The Python that it is for.
        cache: The folder of all that can be made again.
        when: When it is resolved.

    Raises:
        CannotInstallError: There is no set of wheels.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    again = functools.partial(resolve, requirements, overrides, interpreter)
    if not requirements:
        return again()
    return remembered(_place(requirements, overrides, interpreter, cache), again, when)


def known_lock(requirements: tuple[str, ...], interpreter: Interpreter, cache: Path) -> Lock | None:
    """Return the lock that `kept_lock` would give without resolving anything, if there is one."""
    kept = _read(_place(requirements, (), interpreter, cache))
    return kept.lock if kept else None


def _place(
    requirements: tuple[str, ...], overrides: tuple[str, ...], interpreter: Interpreter, cache: Path
) -> Path:
    where = (interpreter.version, interpreter.platform, interpreter.wheels)
    return lock_place((*requirements, "", *overrides, "", *where), cache)


def lock_place(parts: tuple[str, ...], cache: Path) -> Path:
    """Return the file that remembers a lock by all that it depends on."""
    key = hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:32]
    return cache / "locks" / f"{key}.json"


def remembered(place: Path, resolve_now: Callable[[], Lock], when: When) -> Lock:
    """Return the lock that a file remembers, or resolve now and remember what comes of it.

    Raises:
        CannotInstallError: There is none.
    """
    kept = None if when == "always" else _read(place)
    if kept and kept.lock:
        return kept.lock
    if kept and when == "needed":
        raise CannotInstallError(kept.reason)
    try:
        lock = resolve_now()
    except CannotInstallError as fault:
        write_whole(place, msgspec.json.encode(_Kept(reason=str(fault))))
        raise
    write_whole(place, msgspec.json.encode(_Kept(lock=lock)))
    return lock


def _read(place: Path) -> _Kept | None:
    """Return what a file remembers, while that is to be trusted."""
    try:
        age = time.time() - place.stat().st_mtime
        kept = msgspec.json.decode(place.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        # Not there yet, or written by another version.
        return None
    return kept if age < (_LOCK_SECONDS if kept.lock else _FAILURE_SECONDS) else None

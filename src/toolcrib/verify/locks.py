"""Locks: resolved once, kept for as long as a receipt stays fresh."""

import hashlib
import time
from pathlib import Path

import msgspec

from toolcrib.model.receipt import Lock
from toolcrib.verify.room import Interpreter
from toolcrib.verify.uv import resolve
from toolcrib.verify.whole import write_whole

_KEPT_SECONDS = 30 * 24 * 3600


def lock_digest(lock: Lock) -> str:
    """Return the SHA-256 of a lock: its file's name among the receipts, its environment's key."""
    return hashlib.sha256(msgspec.json.encode(lock)).hexdigest()


def kept_lock(
    requirements: tuple[str, ...],
    overrides: tuple[str, ...],
    interpreter: Interpreter,
    cache: Path,
    *,
    latest: bool = False,
) -> Lock:
    """Return the lock for requirements on an interpreter, resolved in the last thirty days.

    The `latest` one is resolved now.

    Raises:
        CannotInstallError: There is no set of wheels.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    parts = msgspec.json.encode((requirements, overrides, interpreter.version))
    path = cache / "locks" / f"{hashlib.sha256(parts).hexdigest()[:32]}.json"
    try:
        if not latest and time.time() - path.stat().st_mtime < _KEPT_SECONDS:
            return msgspec.json.decode(path.read_bytes(), type=Lock)
    except (OSError, msgspec.DecodeError):
        # Not there yet, or written by another version: resolve it.
        pass
    lock = resolve(requirements, overrides, interpreter)
    write_whole(path, msgspec.json.encode(lock))
    return lock

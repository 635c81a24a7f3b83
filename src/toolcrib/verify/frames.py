"""What the inner runner reports: taken as untrusted bytes, for a solution may have forged it."""

import re

from toolcrib.model.value import Value
from toolcrib.verify.room import Times

_NUMBER = re.compile("[0-9]{1,18}")


class Frames(Value, frozen=True, kw_only=True):
    """The report of one run; `status` is None where there is none, memory is in bytes."""

    status: int | None = None
    unstarted: str = ""
    peak_memory: int = 0
    times: Times | None = None
    artifacts: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    unfit: dict[str, str] = {}  # noqa: RUF012 -- the same


def read_frames(data: bytes) -> Frames:
    """Read a report as far as it is whole; `inner.py` has its format."""
    status: int | None = None
    peak = 0
    times: Times | None = None
    unstarted = ""
    artifacts: dict[str, bytes] = {}
    unfit: dict[str, str] = {}
    while data:
        line, _, data = data.partition(b"\n")
        words = line.decode("utf-8", "replace").split(" ", 2)
        match words:
            case ["status", *_] if status is not None:
                # There is one status; a second one says that the first was forged.
                return Frames()
            case ["status", wait_status, peak_kib] if _are_numbers(wait_status, peak_kib):
                status, peak = exit_status(int(wait_status)), int(peak_kib) * 1024
            case ["times", *_] if times is None:
                times = _times(line)
            case ["artifact", name, size] if _are_numbers(size) and len(data) >= int(size):
                artifacts[name], data = data[: int(size)], data[int(size) :]
            case ["unstarted", *_]:
                unstarted = line.decode("utf-8", "replace").partition(" ")[2]
            case ["unfit", name, reason]:
                unfit[name] = reason
            case _:
                break
    return Frames(
        status=status,
        unstarted=unstarted,
        peak_memory=peak,
        times=times,
        artifacts=artifacts,
        unfit=unfit,
    )


def _are_numbers(*words: str) -> bool:
    # Not isdigit: "²" is a digit, and no number; thousands of digits are too many for int.
    return all(map(_NUMBER.fullmatch, words))


def _times(line: bytes) -> Times | None:
    words = line.decode("utf-8", "replace").split(" ")[1:]
    if len(words) != len(("user", "system", "wall")) or not _are_numbers(*words):
        return None
    user, system, wall = map(int, words)
    return Times(user=user, system=system, wall=wall)


def exit_status(wait_status: int) -> int:
    """Return the exit status, or minus the signal, of a wait status as wait(2) lays it out."""
    killed_by = wait_status & 0x7F
    return -killed_by if killed_by else wait_status >> 8 & 0xFF

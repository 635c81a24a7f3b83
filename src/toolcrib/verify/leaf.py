"""A leaf: the cgroup of one room, which holds it to its memory and processes.

The process that starts a room makes its leaf and opens its files while it still may; they stay
usable when it has given its identity up (since Linux 5.16 the kernel asks who opened them). The
folder is removed by the process that waits for it.
"""

import contextlib
import os
import select
import time
from pathlib import Path

import msgspec

from toolcrib.verify import kernel
from toolcrib.verify.cgroup import (
    DRIVER,
    ROLES,
    SERVICES,
    SOLUTION,
    ground,
    launcher_of,
    leaf_name,
    leaf_settings,
    ran_out,
)
from toolcrib.verify.room import Limits, Room

_BLOCK = 4096
_EMPTY_SECONDS = 3.0
_OURS = 8
"""Processes of a room that are not the solution's: bubblewrap, shell, runner."""

_NOT_EVERYWHERE = ("cgroup.kill", "memory.peak", "memory.swap.max")
"""From Linux 5.14 on; from 5.19 on; only where swap is accounted for."""


class Leaf:
    """A leaf with its limits, by its open files."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        """Make a leaf with some settings.

        Raises:
            OSError: The kernel does not let this process.
        """
        folder.mkdir()
        for name, text in settings.items():
            if _is_there(folder / name):
                (folder / name).write_text(text, encoding="ascii")
        modes = {
            "cgroup.procs": os.O_WRONLY,
            "cgroup.kill": os.O_WRONLY,
            "memory.events": os.O_RDONLY,
            "memory.peak": os.O_RDONLY,
        }
        self._files = {
            name: kernel.out_of_the_way(os.open(folder / name, mode))
            for name, mode in modes.items()
            if _is_there(folder / name)
        }

    def join(self) -> None:
        """Move the calling process into the leaf, and with it all that it will start."""
        os.write(self._files["cgroup.procs"], b"0")

    def kill(self) -> None:
        """Kill all processes of the leaf, and those that they are starting, where that is known."""
        if "cgroup.kill" in self._files:
            os.write(self._files["cgroup.kill"], b"1")

    def peak(self) -> int:
        """Return the most bytes that were ever charged to it; 0 where the kernel does not say."""
        return int(self._read("memory.peak") or 0)

    def ran_out(self) -> bool:
        """Tell whether the kernel has ended it at its limit of memory."""
        return ran_out(self._read("memory.events"))

    def close(self) -> None:
        """Close its files; what they last said is lost."""
        while self._files:
            os.close(self._files.popitem()[1])

    def _read(self, name: str) -> str:
        return os.pread(self._files[name], _BLOCK, 0).decode() if name in self._files else ""


class Leaves(msgspec.Struct, frozen=True, kw_only=True):
    """The leaves of a pod, one for each of its rooms; none where no cgroup is delegated."""

    solution: Leaf | None
    services: Leaf | None
    driver: Leaf | None


def leaves_for(room: Room) -> Leaves:
    """Make the leaves of all rooms of a pod, that the calling process will start.

    Call it before the identity is given up.

    Raises:
        OSError: The kernel does not let this process.
    """
    limits = room.limits
    return Leaves(
        solution=solution_leaf(limits),
        services=services_leaf(limits) if room.servers else None,
        driver=_make(DRIVER, _settings(limits)) if room.driver else None,
    )


def solution_leaf(limits: Limits) -> Leaf | None:
    """Make the leaf of a solution's room, as `leaves_for` does, or of one that is like it."""
    return _make(SOLUTION, _settings(limits))


def services_leaf(limits: Limits) -> Leaf | None:
    """Make the leaf of the services' room."""
    settings = leaf_settings(limits.service_memory, limits.service_processes + _OURS)
    return _make(SERVICES, settings)


def _settings(limits: Limits) -> dict[str, str]:
    return leaf_settings(limits.memory, limits.processes + _OURS)


def _make(role: str, settings: dict[str, str]) -> Leaf | None:
    place = ground().folder
    if place is None:
        return None
    folder = place / leaf_name(os.getpid(), role)
    # Whoever had this process number before is gone.
    _remove(folder)
    return Leaf(folder, settings)


def remove_leaves(launcher: int) -> None:
    """Remove the leaves of a process that has ended, with whatever still runs in them."""
    place = ground().folder
    if place:
        for role in ROLES:
            _remove(place / leaf_name(launcher, role))


def sweep_leaves() -> None:
    """Remove the leaves that are left of processes that nobody waited for."""
    place = ground().folder
    for folder in place.iterdir() if place else ():
        launcher = launcher_of(folder.name)
        if launcher and not _is_alive(launcher):
            _remove(folder)


def _is_there(file: Path) -> bool:
    """Tell whether a file of a leaf is to be used: it is there, or its absence is a fault."""
    return file.name not in _NOT_EVERYWHERE or file.exists()


def _is_alive(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def _remove(folder: Path) -> None:
    try:
        folder.rmdir()
    except FileNotFoundError:
        return
    except OSError:
        # Somebody is in it still. What does not end now is swept by a later process.
        with contextlib.suppress(OSError):
            (folder / "cgroup.kill").write_text("1", encoding="ascii")
            _await_emptiness(folder)
            folder.rmdir()


def _await_emptiness(folder: Path) -> None:
    """Wait until the last process of a cgroup is gone, for a while."""
    deadline = time.monotonic() + _EMPTY_SECONDS
    descriptor = os.open(folder / "cgroup.events", os.O_RDONLY)
    try:
        changed = select.poll()
        changed.register(descriptor, select.POLLPRI)
        while b"populated 1" in os.pread(descriptor, _BLOCK, 0):
            rest = deadline - time.monotonic()
            if rest <= 0:
                return
            changed.poll(rest * 1000)
    finally:
        os.close(descriptor)

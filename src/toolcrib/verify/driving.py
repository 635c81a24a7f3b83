"""A driver: a program that talks to a solution over the network, as a user of it would.

It has a room of its own, beside that of the services, with the standard library alone. It starts
when the solution listens on a port or waits for something else; its end is the end of the run.
"""

import contextlib
import os
import signal
import time
from pathlib import Path

from msgspec.structs import replace

from toolcrib.model.value import Value
from toolcrib.verify import sandbox
from toolcrib.verify.closed import ClosedProcess, Given, Look
from toolcrib.verify.frames import read_frames
from toolcrib.verify.furniture import etc_files, file, interpreter_mounts, needs_local
from toolcrib.verify.holder import Holder
from toolcrib.verify.leaf import Leaf
from toolcrib.verify.room import Limits, Room
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.stillness import Stillness, programs_of

_DRIVER = "drive.py"
_BOUNDS = ("--nproc=256", "--nofile=1024", "--core=0")
_READY, _GONE = "ready", "gone"
_STILL_LOOKS = 6
_LAST_SECONDS = 3.0
_LISTENING = {"tcp": "0A", "tcp6": "0A", "udp": "07", "udp6": "07"}
"""The states of `/proc/net` in which a socket waits for whoever comes (TCP_LISTEN, TCP_CLOSE)."""


class Driven(Value, frozen=True, kw_only=True):
    """What came of a driver; `stopped` is the limit that it or its solution reached.

    Without a status it never ran, or the solution had failed before it had ended.
    """

    stopped: str = ""
    status: int | None = None
    stdout: bytes = b""
    stderr: bytes = b""


def drive(
    room: Room,
    holder: Holder,
    solution: ClosedProcess,
    leaf: Leaf | None,
    looks: tuple[Look, ...],
) -> Driven:
    """Run a room's driver against its solution, and then ask the solution to end.

    A solution that fails ends the run at once; one that ends well may do so before its driver.
    One that does not end when it is asked to is killed, and only its pictures are lost by that.
    """
    deadline = time.monotonic() + room.limits.wall
    stopped = solution.watch(room.limits, (*looks, _Readiness(solution).look))
    if stopped not in ("", _READY):
        return Driven(stopped=stopped)
    if not stopped and _has_failed(solution):
        return Driven()
    driver = _start(room, holder, leaf)
    try:
        limits = replace(room.limits, wall=deadline - time.monotonic())
        stopped = driver.watch(limits, (*looks, lambda: _look_at(solution, room.limits)))
    finally:
        status = driver.kill()
    out, err = bytes(driver.output["stdout"]), bytes(driver.output["stderr"])
    if stopped == _GONE:
        solution.watch(Limits(wall=_LAST_SECONDS))
        return Driven(stdout=out, stderr=err)
    _ask_to_end(solution)
    return Driven(stopped=stopped, status=status, stdout=out, stderr=err)


def _start(room: Room, holder: Holder, leaf: Leaf | None) -> ClosedProcess:
    python = room.service_interpreter or room.interpreter
    files = {**room.files, _DRIVER: room.driver}
    closed = Closed(
        mounts=interpreter_mounts(python, holder),
        files=(
            *etc_files(room.services, room.hosts),
            *(file(f"{sandbox.TASK_FOLDER}/{name}", data) for name, data in files.items()),
        ),
        environment={},
        scratch=room.limits.scratch,
        terminals=holder.terminals(),
        root=holder.place(room.system.root),
        unmerged=room.system.unmerged,
        local=needs_local(python),
    )
    # -S: the standard library, and nothing that happens to lie beside the base interpreter.
    command = ("prlimit", *_BOUNDS, str(python.path), "-S", _DRIVER)
    return ClosedProcess(closed, command, Given(seccomp=seccomp_filter(), leaf=leaf))


def _look_at(solution: ClosedProcess, limits: Limits) -> str:
    solution.drain()
    if solution.is_beyond(limits.memory):
        return "memory"
    return _GONE if not solution.is_running() and _has_failed(solution) else ""


def _has_failed(solution: ClosedProcess) -> bool:
    solution.collect(0)
    return read_frames(bytes(solution.output["report"])).status != 0


def _ask_to_end(solution: ClosedProcess) -> None:
    for program in programs_of(solution.init_pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(program, signal.SIGTERM)
    solution.watch(Limits(wall=_LAST_SECONDS))


class _Readiness:
    """Whether a solution can be talked to: it listens, or it has waited for a while."""

    def __init__(self, solution: ClosedProcess) -> None:
        self._before = _ports()
        self._stillness = Stillness(solution.init_pid)

    def look(self) -> str:
        ready = _ports() - self._before or self._stillness.looks() >= _STILL_LOOKS
        return _READY if ready else ""


def _ports() -> set[tuple[str, str]]:
    """Return the sockets of this network that wait for whoever comes, by kind and address."""
    found = set()
    for kind, state in _LISTENING.items():
        for line in Path("/proc/self/net", kind).read_text(encoding="utf-8").splitlines()[1:]:
            fields = line.split()
            if fields[3] == state:
                found.add((kind, fields[1]))
    return found

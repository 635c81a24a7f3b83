"""The room of a solution: the shell, the limits, the runner beside it."""

import math
import shlex

from toolcrib.verify import kernel, sandbox
from toolcrib.verify.closed import ClosedProcess
from toolcrib.verify.furniture import etc_files, file, interpreter_mounts, needs_local, unmerged
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Room
from toolcrib.verify.runner import PYTHON, SCRIPT, SHELL
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter


def start_solution(
    room: Room, holder: Holder, script: str, hand: dict[str, bytes]
) -> ClosedProcess:
    """Start a solution by its script; `hand` are files for its home, from the services."""
    mounts = (*interpreter_mounts(room, holder), holder.mount(room.runner, sandbox.RUNNER))
    if room.environment:
        mounts = (*mounts, holder.mount(room.environment, sandbox.ENVIRONMENT))
    closed = Closed(
        mounts=mounts,
        files=(
            *etc_files(),
            *(file(f"{sandbox.HOME}/{name}", data, mode="0600") for name, data in hand.items()),
            *(file(f"{sandbox.TASK_FOLDER}/{name}", d) for name, d in room.files.items()),
        ),
        environment={k: v for service in room.services for k, v in service.environment},
        scratch=room.limits.scratch,
        unmerged=unmerged(),
        local=needs_local(room),
    )
    return ClosedProcess(
        closed,
        (f"{sandbox.RUNNER}/{SHELL}", "-c", script),
        seccomp=seccomp_filter(),
        stdin=room.stdin,
    )


def solution_script(room: Room) -> str:
    """Return the script that starts a solution under its limits and then becomes its runner.

    A shell takes input and the signals of Ctrl-C from what it starts beside itself; both are
    given back.
    """
    limits = room.limits
    own = f"{sandbox.ENVIRONMENT}/bin/python" if room.environment else ""
    python = own or str(room.interpreter.path)
    bounds = {
        "nproc": limits.processes,
        "nofile": limits.files,
        "fsize": limits.file_size,
        "data": limits.data,
        "cpu": 2 * math.ceil(limits.wall),
        "core": 0,
    }
    limited = ("prlimit", *(f"--{name}={kernel.allowed(name, n)}" for name, n in bounds.items()))
    start = (*limited, "env", "--default-signal=INT,QUIT", python, *room.program)
    runner = (_runner_python(room), "-I", "-S", f"{sandbox.RUNNER}/{SCRIPT}")
    missing = shlex.quote(f"unstarted there is no {python}")
    return "\n".join(
        (
            f"[ -x {shlex.quote(python)} ] || {{ echo {missing} >&9; exit 1; }}",
            "exec 8<&0",
            f"{shlex.join(start)} <&8 8<&- 9>&- &",
            f"exec {shlex.join(runner)} $! {shlex.join(room.pictures)} </dev/null >&9 2>&1 8<&-",
        )
    )


def _runner_python(room: Room) -> str:
    own = (room.runner / PYTHON).exists()
    return f"{sandbox.RUNNER}/{PYTHON}" if own else str(room.interpreter.path)

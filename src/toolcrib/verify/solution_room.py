"""The room of a solution: the shell, the limits, the runner beside it."""

import math
import os
import shlex

from toolcrib.verify import kernel, sandbox, terminal
from toolcrib.verify.closed import TERMINAL, ClosedProcess, Given
from toolcrib.verify.furniture import etc_files, file, interpreter_mounts, needs_local
from toolcrib.verify.holder import Holder
from toolcrib.verify.leaf import Leaf
from toolcrib.verify.room import Room
from toolcrib.verify.runner import PYTHON, SCRIPT, SHELL
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.services.service import Device


def start_solution(
    room: Room, holder: Holder, script: str, hand: dict[str, bytes], leaf: Leaf | None
) -> ClosedProcess:
    """Start a solution by its script; `hand` are files for its home, from the services."""
    runner = holder.mount(room.runner, sandbox.RUNNER)
    mounts = (*interpreter_mounts(room.interpreter, holder), runner)
    if room.environment:
        mounts = (*mounts, holder.mount(room.environment, sandbox.ENVIRONMENT))
    closed = Closed(
        mounts=mounts,
        files=(
            *etc_files(room.services, room.hosts),
            *(file(f"{sandbox.HOME}/{name}", data, mode="0600") for name, data in hand.items()),
            *(file(f"{sandbox.TASK_FOLDER}/{name}", d) for name, d in room.files.items()),
        ),
        environment=room.settings
        | dict(pair for service in room.services for pair in service.environment)
        | (terminal.SETTINGS if room.tty else {}),
        scratch=room.limits.scratch,
        root=holder.place(room.solution_system.root),
        unmerged=room.solution_system.unmerged,
        local=needs_local(room.interpreter),
        packets=room.wired,
        covers=tuple(
            file(place, text.encode()) for device in room.devices for place, text in device.shows
        ),
        links=tuple(link for device in room.devices for link in device.links),
        terminals=holder.terminals(),
        as_first=True,
    )
    with holder.on_side_of_solution():
        return ClosedProcess(
            closed,
            (f"{sandbox.RUNNER}/{SHELL}", "-c", script),
            Given(
                seccomp=seccomp_filter(packets=room.wired),
                leaf=leaf,
                stdin=b"" if room.tty else room.stdin,
                terminal=terminal.open_terminal() if room.tty else None,
            ),
        )


def solution_script(room: Room) -> str:
    """Return the script that starts a solution under its limits and then becomes its runner.

    A shell takes input and the signals of Ctrl-C from what it starts beside itself; both are
    given back. On a terminal the solution leads a session of its own, so that it can ask the
    person there for a password (`/dev/tty`). In a timed room the runner comes first and starts the
    solution. The runner ignores Ctrl-C: it is the one signal that Python would take as the first
    process of a room.
    """
    limits = room.limits
    own = f"{sandbox.ENVIRONMENT}/bin/python" if room.environment else ""
    python = own or str(room.interpreter.path)
    bounds = {
        "nproc": limits.processes,
        "nofile": limits.files,
        "fsize": limits.file_size,
        "data": limits.data,
        # Behind the wall time, never before it: a program may keep all processors busy.
        "cpu": 2 * math.ceil(limits.wall) * (os.cpu_count() or 1),
        "core": 0,
    }
    limited = ("prlimit", *(f"--{name}={kernel.allowed(name, n)}" for name, n in bounds.items()))
    session = ("setsid", "--ctty") if room.tty else ()
    start = (*limited, "env", "--default-signal=INT,QUIT", *session, python, *room.program)
    streams = f"<&{TERMINAL} >&{TERMINAL} 2>&{TERMINAL} 8<&-" if room.tty else "<&8 8<&-"
    runner = (_runner_python(room), "-I", "-S", f"{sandbox.RUNNER}/{SCRIPT}")
    declared = [f"{name}:{most}" for name, most in room.declared.items()]
    missing = shlex.quote(f"unstarted there is no {python}")
    lines = [_device_line(room, device) for device in room.devices]
    lines += [f"[ -x {shlex.quote(python)} ] || {{ echo {missing} >&9; exit 1; }}"]
    if room.timed and not room.tty:
        words = shlex.join((*runner, "start", *declared, "--", *start))
        lines += ["trap '' INT", f"exec {words} 5<&0 6>&1 7>&2 </dev/null >&9 2>&1"]
    else:
        reporting = f"</dev/null >&9 2>&1 8<&- {TERMINAL}<&-"
        lines += [
            "exec 8<&0",
            f"{shlex.join(start)} {streams} {TERMINAL}<&- 9>&- &",
            "trap '' INT",
            f"exec {shlex.join(runner)} $! {shlex.join(declared)} {reporting}",
        ]
    return "\n".join(lines)


def _device_line(room: Room, device: Device) -> str:
    """Return the line of a script that plays a device; its program goes into the background."""
    program = (str(room.interpreter.path), "-I", "-S", f"{sandbox.RUNNER}/{device.script}")
    streams = f"</dev/null >/dev/null 2>&1 {TERMINAL}<&- 9>&-"
    failed = shlex.quote(f"unstarted the device {device.model} does not start")
    return f"{shlex.join(program)} {streams} || {{ echo {failed} >&9; exit 1; }}"


def _runner_python(room: Room) -> str:
    own = (room.runner / PYTHON).exists()
    return f"{sandbox.RUNNER}/{PYTHON}" if own else str(room.interpreter.path)

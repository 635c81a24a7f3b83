"""The pod: one run in a closed room, with its services in another beside it.

Why each step is there and in this order: docs/architecture.md, "The pod".
"""

import io
import shlex
import tarfile
import time
from pathlib import Path

from toolcrib.model.receipt import ServiceFact
from toolcrib.verify import kernel, sandbox
from toolcrib.verify.closed import ClosedProcess
from toolcrib.verify.frames import read_frames
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Ending, Limits, Room
from toolcrib.verify.sandbox import Closed, File, Mount
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.services.service import Service

_START_SECONDS = 20.0
_POLL_SECONDS = 0.005
_SERVICE_SCRATCH = 512 * 1024 * 1024
# Read, as all is imported, at the start: the holder has no way back to a home of mode 0700.
_INNER = Path(__file__).with_name("inner.py").read_bytes()


def run_in_pod(room: Room, slot: int = 0) -> Ending:
    """Run a room's program beside its services, and tell how it ended.

    Call it in a process of its own, with a single thread: it changes that process's namespaces
    and identity for good.

    Raises:
        RefusedError: The machine cannot have a pod.
    """
    holder = Holder(slot, _sources(room))
    if not room.services:
        return _run_solution(room, holder, {}, ())
    services = _start_services(room, holder)
    try:
        failure = _await_answers(room.services, services)
        if failure:
            return Ending(stopped="service", reason=f"{failure}: {services.last_words()}")
        hand, facts = _read_hand(services, room.services)
        ending = _run_solution(room, holder, hand, facts)
        dead = [service.name for service in room.services if not service.answers()]
        if dead:
            reason = f"{dead[0]} did not live to the end: {services.last_words()}"
            return Ending(stopped="service", reason=reason, services=facts)
        return ending
    finally:
        services.kill()


def _sources(room: Room) -> tuple[Path, ...]:
    folders = [*room.service_environments.values(), *room.templates.values(), *_prefixes(room)]
    if room.environment:
        folders.append(room.environment)
    return tuple(dict.fromkeys(folders))


def _prefixes(room: Room) -> tuple[Path, ...]:
    """Return where the interpreters lie that do not come with the system."""
    interpreters = (room.interpreter, room.service_interpreter)
    prefixes = {interpreter.prefix for interpreter in interpreters if interpreter}
    return tuple(prefix for prefix in sorted(prefixes) if not prefix.is_relative_to("/usr"))


def _run_solution(
    room: Room, holder: Holder, hand: dict[str, bytes], facts: tuple[ServiceFact, ...]
) -> Ending:
    limits = room.limits
    mounts = _interpreters(room, holder)
    python = str(room.interpreter.path)
    if room.environment:
        mounts = (*mounts, holder.mount(room.environment, sandbox.ENVIRONMENT))
        python = f"{sandbox.ENVIRONMENT}/bin/python"
    closed = Closed(
        mounts=mounts,
        files=(
            *_etc(),
            _file(sandbox.INNER, _INNER),
            *(_file(f"{sandbox.HOME}/{name}", data, mode="0600") for name, data in hand.items()),
            *(_file(f"{sandbox.TASK_FOLDER}/{name}", d) for name, d in room.files.items()),
        ),
        environment={k: v for service in room.services for k, v in service.environment},
        scratch=limits.scratch,
        unmerged=_unmerged(),
    )
    process = ClosedProcess(
        closed,
        ("/bin/sh", "-c", solution_script(room, python)),
        seccomp=seccomp_filter(),
        stdin=room.stdin,
    )
    try:
        stopped = process.watch(limits)
    finally:
        process.kill()
    return _ending(process, stopped, facts)


def solution_script(room: Room, python: str) -> str:
    """Return the script that starts a solution under its limits and then becomes its runner.

    A shell takes input and the signals of Ctrl-C from what it starts beside itself; both are
    given back.
    """
    limits = room.limits
    bounds = {
        "nproc": limits.processes,
        "nofile": limits.files,
        "fsize": limits.file_size,
        "data": limits.data,
        "core": 0,
    }
    limited = ("prlimit", *(f"--{name}={value}" for name, value in bounds.items()))
    start = (*limited, "env", "--default-signal=INT,QUIT", python, *room.program)
    runner = (_runner_python(room), "-I", "-S", sandbox.INNER)
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
    """Return the Python for the inner runner: the system's own starts faster than most."""
    own = Path("/usr/bin/python3")
    return str(own if own.exists() else room.interpreter.path)


def _ending(process: ClosedProcess, stopped: str, facts: tuple[ServiceFact, ...]) -> Ending:
    frames = read_frames(bytes(process.output["report"]))
    if not stopped and (frames.unstarted or frames.status is None):
        reason = frames.unstarted or process.last_words()
        return Ending(stopped="start", reason=reason, services=facts)
    return Ending(
        stopped=stopped,
        status=frames.status or 0,
        stdout=bytes(process.output["stdout"]),
        stderr=bytes(process.output["stderr"]),
        pictures=frames.pictures,
        unfit=frames.unfit,
        peak_memory=max(frames.peak_memory, process.peak),
        services=facts,
    )


def _start_services(room: Room, holder: Holder) -> ClosedProcess:
    mounts = list(_interpreters(room, holder))
    for name, folder in room.service_environments.items():
        mounts.append(holder.mount(folder, f"/opt/services/{name}"))
    for name, archive in room.templates.items():
        mounts.append(holder.mount(archive, f"/templates/{name}.tar"))
    closed = Closed(
        mounts=tuple(mounts),
        files=_etc(),
        environment={},
        scratch=_SERVICE_SCRATCH,
        unmerged=_unmerged(),
    )
    return ClosedProcess(
        closed,
        ("/bin/sh", "-c", services_script(room.services)),
        seccomp=seccomp_filter(for_services=True),
    )


def services_script(services: tuple[Service, ...]) -> str:
    """Return the script that prepares and starts all services of a pod.

    On standard output it hands over a line with each version, and then an archive of what the
    services give to the solution; all that the services themselves say goes to standard error.
    """
    lines = ["set -e", "mkdir -p /tmp/hand"]
    lines += [f"(\n{service.prepare}\n) >&2" for service in services if service.prepare]
    lines += [f'echo "$( {service.version} )"' for service in services]
    lines += ["tar -C /tmp/hand -cf - .", "exec >&2"]
    lines += [f"(\n{service.start}\n) &" for service in services]
    return "\n".join([*lines, "wait"])


def _await_answers(services: tuple[Service, ...], process: ClosedProcess) -> str:
    """Wait until every service has answered its probe; return what is wrong, or nothing."""
    deadline = time.monotonic() + _START_SECONDS
    for service in services:
        while not service.answers():
            process.collect(_POLL_SECONDS)
            if not process.is_running():
                return f"{service.name} ended at its start"
            if time.monotonic() > deadline:
                return f"{service.name} gave no answer in {_START_SECONDS:g} s"
    return ""


def _read_hand(
    process: ClosedProcess, services: tuple[Service, ...]
) -> tuple[dict[str, bytes], tuple[ServiceFact, ...]]:
    """Take what the services hand over: their versions and files for the solution's home."""
    process.collect(0)
    *versions, archive = bytes(process.output["stdout"]).split(b"\n", len(services))
    facts = tuple(
        ServiceFact(name=service.name, nature=service.nature, version=version.decode().strip())
        for service, version in zip(services, versions, strict=True)
    )
    hand = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file:
                hand[member.name.removeprefix("./")] = file.read()
    return hand, facts


def build_template(service: Service, slot: int = 0) -> bytes:
    """Run a service's template script in a closed room and return the archive that it prints.

    Call it, as `run_in_pod`, in a process of its own.

    Raises:
        RefusedError: The machine cannot have a pod.
    """
    Holder(slot, ())
    closed = Closed(
        mounts=(),
        files=_etc(),
        environment={},
        scratch=_SERVICE_SCRATCH,
        unmerged=_unmerged(),
    )
    process = ClosedProcess(
        closed, ("/bin/sh", "-c", service.template), seccomp=seccomp_filter(for_services=True)
    )
    try:
        process.watch(Limits(wall=60, memory=_SERVICE_SCRATCH, output=_SERVICE_SCRATCH))
    finally:
        process.kill()
    return bytes(process.output["stdout"])


def _interpreters(room: Room, holder: Holder) -> tuple[Mount, ...]:
    # At the very same place: an interpreter's build has that path compiled in.
    return tuple(holder.mount(prefix, str(prefix)) for prefix in _prefixes(room))


def _etc() -> tuple[File, ...]:
    return tuple(_file(f"/etc/{n}", text.encode()) for n, text in sandbox.ETC.items())


def _file(target: str, data: bytes, *, mode: str = "0644") -> File:
    return File(descriptor=kernel.memory_file(data), target=target, mode=mode)


def _unmerged() -> tuple[str, ...]:
    return tuple(name for name in sandbox.MERGED if not Path("/", name).is_symlink())

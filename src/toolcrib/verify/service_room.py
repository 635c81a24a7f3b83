"""The room of the services: prepared, started, probed, and what they hand over."""

import io
import tarfile
import time
from pathlib import Path

from toolcrib.errors import RefusedError
from toolcrib.model.receipt import ServiceFact
from toolcrib.verify.closed import ClosedProcess, Given, Look
from toolcrib.verify.furniture import etc_files, file, interpreter_mounts, needs_local, own_roots
from toolcrib.verify.holder import Holder
from toolcrib.verify.leaf import Leaf, solution_leaf
from toolcrib.verify.room import Limits, Room, System
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.services.service import Service

_POLL_SECONDS = 0.005
_LATE_SECONDS = 5.0
_SERVICE_SCRATCH = 512 * 1024 * 1024
_CONTENT = Path(__file__).parent / "services/content"


def content_of(services: tuple[Service, ...]) -> dict[str, bytes]:
    """Return the files that services bring along, by their places in the room."""
    return {
        f"/srv/{path.relative_to(_CONTENT)}": path.read_bytes()
        for service in services
        for path in sorted((_CONTENT / service.name).rglob("*"))
        if path.is_file()
    }


def start_services(
    room: Room, holder: Holder, content: dict[str, bytes], leaf: Leaf | None
) -> ClosedProcess:
    """Start all services of a room, with the files that they bring along."""
    mounts = list(interpreter_mounts(room.service_interpreter, holder))
    for name, folder in room.service_environments.items():
        mounts.append(holder.mount(folder, f"/opt/services/{name}"))
    for name, archive in room.templates.items():
        mounts.append(holder.mount(archive, f"/templates/{name}.tar"))
    privileged = any(service.privileged for service in room.servers)
    links = tuple(link for service in room.servers for link in service.links)
    etc = etc_files(room.services, room.hosts)
    closed = Closed(
        mounts=tuple(mounts),
        files=(
            *(one for one in etc if one.target not in dict(links)),
            *(file(target, data) for target, data in content.items()),
        ),
        links=links,
        environment={
            "HOSTS": " ".join(room.hosts),
            "ADDRESSES": " ".join(room.addresses),
            **room.told,
        },
        scratch=_SERVICE_SCRATCH,
        root=holder.place(room.system.root),
        unmerged=room.system.unmerged,
        local=needs_local(room.service_interpreter),
        privileged=privileged,
        terminals=holder.terminals(),
    )
    bounds = (f"--nproc={room.limits.service_processes}", "--core=0")
    return ClosedProcess(
        closed,
        ("prlimit", *bounds, "/bin/sh", "-c", services_script(room.servers)),
        Given(seccomp=seccomp_filter(for_services=True, privileged=privileged), leaf=leaf),
    )


def services_script(services: tuple[Service, ...]) -> str:
    """Return the script that prepares and starts all services of a pod.

    On standard output it hands over a line with each version, and then an archive of what the
    services give to the solution; all that the services themselves say goes to standard error.
    A service that ends is named in the report and takes the others with it: a pod that lacks one
    of its services is of no use, and another must not answer in its place.
    """
    lines = ["set -e", "mkdir -p /tmp/hand"]
    lines += [f"(\n{service.prepare}\n) >&2" for service in services if service.prepare]
    lines += [f'echo "$( {service.version} )"' for service in services]
    lines += ["tar -C /tmp/hand -cf - .", "exec >&2", "set +e"]
    lines += [f"{{ (\n{s.start}\n) 9>&-\necho {s.name} >&9; kill -9 -1; }} &" for s in services]
    return "\n".join([*lines, "wait"])


def await_answers(services: tuple[Service, ...], process: ClosedProcess) -> str:
    """Wait until every service has answered its probe; return what is wrong, or nothing."""
    for service in services:
        deadline = time.monotonic() + service.start_seconds
        while not service.answers():
            process.collect(_POLL_SECONDS)
            if not process.is_running():
                name = _ended(services, process) or service.name
                return f"{name} ended at its start: {_words(process)}"
            if time.monotonic() > deadline:
                what = f"{service.name} gave no answer in {service.start_seconds:g} s"
                return f"{what}: {_words(process)}"
    return ""


def find_dead(services: tuple[Service, ...], process: ClosedProcess) -> str:
    """Tell which service did not live to the end of the run; nothing when all did.

    One that runs and does not answer is asked again: on a machine that has much to do, an answer
    may be late, and a run is not lost for that.
    """
    deadline = time.monotonic() + _LATE_SECONDS
    silent = [service.name for service in services if not service.answers()]
    while silent and process.is_running() and time.monotonic() < deadline:
        process.collect(_POLL_SECONDS)
        silent = [service.name for service in services if not service.answers()]
    if not silent and process.is_running():
        return ""
    name = _ended(services, process) or (silent or [service.name for service in services])[0]
    return f"{name} did not live to the end: {_words(process)}"


def _ended(services: tuple[Service, ...], process: ClosedProcess) -> str:
    """Return the name of the service that was the first to end, where the room tells it."""
    process.collect(0)
    told = bytes(process.output["report"]).partition(b"\n")[0].decode("utf-8", "replace")
    return told if told in [service.name for service in services] else ""


def _words(process: ClosedProcess) -> str:
    process.collect(0)
    return process.last_words()


def look_at(process: ClosedProcess, room: Room) -> Look:
    """Return a look that takes what the services write, and stops when they hold too much memory.

    What they write is taken so that none of them ever has to wait for a reader.
    """

    def look() -> str:
        process.drain()
        return "service" if process.is_beyond(room.limits.service_memory) else ""

    return look


def read_hand(
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
            data = tar.extractfile(member) if member.isfile() else None
            if data:
                hand[member.name.removeprefix("./")] = data.read()
    return hand, facts


def build_template(wanted: tuple[Service, System], slot: int = 0) -> bytes:
    """Run a service's template script in a closed room and return the archive that it prints.

    Call it, as `run_in_pod`, in a process of its own.

    Raises:
        RefusedError: The machine cannot have a pod, or the script failed.
    """
    service, system = wanted
    limits = Limits(wall=60, memory=2 * _SERVICE_SCRATCH, output=_SERVICE_SCRATCH)
    leaf = solution_leaf(limits)
    holder = Holder(slot, own_roots(system))
    closed = Closed(
        mounts=(),
        files=etc_files(),
        environment={},
        scratch=_SERVICE_SCRATCH,
        root=holder.place(system.root),
        unmerged=system.unmerged,
    )
    process = ClosedProcess(
        closed,
        ("/bin/sh", "-ec", service.template),
        Given(seccomp=seccomp_filter(for_services=True), leaf=leaf),
    )
    stopped, status = process.finish(limits)
    if stopped or status:
        message = f"{service.name} could not prepare its data: {process.last_words()}"
        raise RefusedError(message, f"look at {' '.join(service.packages)}")
    return bytes(process.output["stdout"])

"""The room of the services: prepared, started, probed, and what they hand over."""

import io
import tarfile
import time

from toolcrib.errors import RefusedError
from toolcrib.model.receipt import ServiceFact
from toolcrib.verify.closed import ClosedProcess
from toolcrib.verify.furniture import etc_files, interpreter_mounts, needs_local, unmerged
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Limits, Room
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.services.service import Service

_START_SECONDS = 20.0
_POLL_SECONDS = 0.005
_SERVICE_SCRATCH = 512 * 1024 * 1024
_SERVICE_BOUNDS = ("--nproc=512", "--core=0")


def start_services(room: Room, holder: Holder) -> ClosedProcess:
    """Start all services of a room."""
    mounts = list(interpreter_mounts(room, holder))
    for name, folder in room.service_environments.items():
        mounts.append(holder.mount(folder, f"/opt/services/{name}"))
    for name, archive in room.templates.items():
        mounts.append(holder.mount(archive, f"/templates/{name}.tar"))
    closed = Closed(
        mounts=tuple(mounts),
        files=etc_files(),
        environment={},
        scratch=_SERVICE_SCRATCH,
        unmerged=unmerged(),
        local=needs_local(room),
    )
    return ClosedProcess(
        closed,
        ("prlimit", *_SERVICE_BOUNDS, "/bin/sh", "-c", services_script(room.services)),
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


def await_answers(services: tuple[Service, ...], process: ClosedProcess) -> str:
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
            file = tar.extractfile(member) if member.isfile() else None
            if file:
                hand[member.name.removeprefix("./")] = file.read()
    return hand, facts


def build_template(service: Service, slot: int = 0) -> bytes:
    """Run a service's template script in a closed room and return the archive that it prints.

    Call it, as `run_in_pod`, in a process of its own.

    Raises:
        RefusedError: The machine cannot have a pod, or the script failed.
    """
    Holder(slot, ())
    closed = Closed(
        mounts=(),
        files=etc_files(),
        environment={},
        scratch=_SERVICE_SCRATCH,
        unmerged=unmerged(),
    )
    process = ClosedProcess(
        closed, ("/bin/sh", "-ec", service.template), seccomp=seccomp_filter(for_services=True)
    )
    limits = Limits(wall=60, memory=2 * _SERVICE_SCRATCH, output=_SERVICE_SCRATCH)
    stopped, status = process.finish(limits)
    if stopped or status:
        message = f"{service.name} could not prepare its data: {process.last_words()}"
        raise RefusedError(message, f"look at {' '.join(service.packages)}")
    return bytes(process.output["stdout"])

"""The pod: one run in a closed room, with its services in another beside it.

Why each step is there and in this order: docs/architecture.md, "The pod".
"""

from pathlib import Path

from toolcrib.errors import RefusedError
from toolcrib.model.receipt import ServiceFact
from toolcrib.verify.closed import ClosedProcess
from toolcrib.verify.frames import read_frames
from toolcrib.verify.furniture import etc_files, prefixes, unmerged
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Ending, Limits, Room
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.service_room import await_answers, read_hand, start_services
from toolcrib.verify.solution_room import solution_script, start_solution


def run_in_pod(room: Room, slot: int = 0) -> Ending:
    """Run a room's program beside its services, and tell how it ended.

    Call it in a process of its own, with a single thread: it changes that process's namespaces
    and identity for good.

    Raises:
        RefusedError: The machine cannot have a pod.
    """
    # All that lies on the disk is looked at before: the holder has no way back to it.
    script = solution_script(room)
    holder = Holder(slot, _sources(room))
    if not room.services:
        process = start_solution(room, holder, script, {})
        stopped, _ = process.finish(room.limits)
        return _ending(process, room, stopped, ())
    services = start_services(room, holder)
    try:
        failure = await_answers(room.services, services)
        if failure:
            return Ending(stopped="service", reason=f"{failure}: {services.last_words()}")
        hand, facts = read_hand(services, room.services)
        process = start_solution(room, holder, script, hand)
        stopped, _ = process.finish(room.limits, services)
        ending = _ending(process, room, stopped, facts)
        dead = [service.name for service in room.services if not service.answers()]
        if dead:
            reason = f"{dead[0]} did not live to the end: {services.last_words()}"
            return Ending(stopped="service", reason=reason, services=facts)
        return ending
    finally:
        services.kill()


def _sources(room: Room) -> tuple[Path, ...]:
    folders = [*room.service_environments.values(), *room.templates.values(), *prefixes(room)]
    folders.append(room.runner)
    if room.environment:
        folders.append(room.environment)
    return tuple(dict.fromkeys(folders))


def _ending(
    process: ClosedProcess, room: Room, stopped: str, facts: tuple[ServiceFact, ...]
) -> Ending:
    frames = read_frames(bytes(process.output["report"]))
    if not stopped and (frames.unstarted or frames.status is None):
        reason = frames.unstarted or process.last_words()
        return Ending(stopped="start", reason=reason, services=facts)
    return Ending(
        stopped=stopped,
        reason="its services took more memory than they may" if stopped == "service" else "",
        status=frames.status or 0,
        stdout=bytes(process.output["stdout"]),
        stderr=bytes(process.output["stderr"]),
        pictures={n: data for n, data in frames.pictures.items() if n in room.pictures},
        unfit=frames.unfit,
        peak_memory=max(frames.peak_memory, process.peak),
        services=facts,
    )


def try_room(_job: None, slot: int) -> bytes:
    """Make a room as all are made, and end it again; a `work` of `run_one`.

    Raises:
        RefusedError: It could not be made; the message is that of whoever refused.
    """
    Holder(slot, ())
    process = ClosedProcess(
        Closed(mounts=(), files=etc_files(), environment={}, scratch=4096, unmerged=unmerged()),
        ("prlimit", "--nproc=64", "env", "--default-signal=INT,QUIT", "true"),
        seccomp=seccomp_filter(),
    )
    stopped, status = process.finish(Limits())
    if stopped or status:
        raise RefusedError(process.last_words() or f"it ended with {status}")
    return b""

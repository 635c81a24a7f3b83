"""The pod: one run in a closed room, with its services in another beside it.

Why each step is there and in this order: docs/architecture.md, "The pod".
"""

from pathlib import Path

from msgspec.structs import replace

from toolcrib.errors import RefusedError
from toolcrib.model.receipt import ServiceFact
from toolcrib.verify.closed import ClosedProcess, Given, Look
from toolcrib.verify.conversation import Conversation
from toolcrib.verify.driving import Driven, drive
from toolcrib.verify.frames import read_frames
from toolcrib.verify.furniture import etc_files, own_roots, prefixes
from toolcrib.verify.holder import Holder
from toolcrib.verify.leaf import Leaves, leaves_for, solution_leaf
from toolcrib.verify.room import Ending, Limits, Room, System
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.service_room import (
    await_answers,
    content_of,
    find_dead,
    look_at,
    read_hand,
    start_services,
)
from toolcrib.verify.solution_room import solution_script, start_solution
from toolcrib.verify.terminal import Keyboard

_EXHAUSTED = "this machine has hardly any memory left"


def run_in_pod(room: Room, slot: int = 0) -> Ending:
    """Run a room's program beside its services, and tell how it ended.

    Call it in a process of its own, with a single thread: it changes that process's namespaces
    and identity for good.

    Raises:
        RefusedError: The machine cannot have a pod.
    """
    # All that lies on the disk is looked at before: the holder has no way back to it.
    script, content = solution_script(room), content_of(room.services)
    leaves = leaves_for(room)
    holder = Holder(slot, _sources(room), wired=room.wired, addresses=room.addresses)
    devices = tuple(
        ServiceFact(name=service.name, nature=service.nature, version=service.device.model)
        for service in room.services
        if service.device
    )
    if not room.servers:
        solution = start_solution(room, holder, script, {}, leaves.solution)
        return replace(_run(room, holder, solution, leaves, ()), services=devices)
    services = start_services(room, holder, content, leaves.services)
    try:
        failure = await_answers(room.servers, services)
        if failure:
            return _failed(services, failure, ())
        hand, servers = read_hand(services, room.servers)
        solution = start_solution(room, holder, script, hand, leaves.solution)
        ending = _run(room, holder, solution, leaves, (look_at(services, room),))
        facts = (*servers, *devices)
        if services.is_beyond(room.limits.service_memory):
            return _failed(services, "its services took more memory than they may", facts)
        if failure := find_dead(room.servers, services):
            return _failed(services, failure, facts)
        return replace(ending, services=facts)
    finally:
        services.kill()


def _run(
    room: Room, holder: Holder, solution: ClosedProcess, leaves: Leaves, looks: tuple[Look, ...]
) -> Ending:
    """Watch a solution to its end, with its driver or its keyboard where it has one."""
    if room.driver:
        try:
            driven = drive(room, holder, solution, leaves.driver, looks)
        finally:
            solution.kill()
        return _driven_ending(driven, solution, room)
    if room.live:
        return _ending(solution, room, Conversation(solution).hold(room.limits, looks))
    if room.tty:
        looks = (*looks, Keyboard(solution, room.stdin).look)
    stopped, _ = solution.finish(room.limits, looks)
    return _ending(solution, room, stopped)


def _driven_ending(driven: Driven, solution: ClosedProcess, room: Room) -> Ending:
    """Return how a run with a driver ended: as the driver did, unless the solution had failed."""
    ending = _ending(solution, room, driven.stopped, driven.status)
    return replace(ending, stdout=driven.stdout, stderr=ending.stderr + driven.stderr)


def _sources(room: Room) -> tuple[Path, ...]:
    folders = [*room.service_environments.values(), *room.templates.values(), *prefixes(room)]
    folders += [*own_roots(room.system, room.solution_system), room.runner]
    if room.environment:
        folders.append(room.environment)
    return tuple(dict.fromkeys(folders))


def _failed(services: ClosedProcess, reason: str, facts: tuple[ServiceFact, ...]) -> Ending:
    return Ending(
        stopped="service",
        reason=reason,
        memory_held_by=services.memory_held_by,
        services=facts,
    )


def _ending(process: ClosedProcess, room: Room, stopped: str, status: int | None = None) -> Ending:
    """Return how a solution ended; a status that is given takes the place of its own."""
    frames = read_frames(bytes(process.output["report"]))
    held_by = process.memory_held_by
    if status is None:
        status = frames.status
    if not stopped and (frames.unstarted or status is None):
        reason = frames.unstarted or process.last_words()
        return Ending(stopped="start", reason=reason, memory_held_by=held_by)
    return Ending(
        stopped=stopped,
        reason=_EXHAUSTED if stopped == "machine" else "",
        status=status or 0,
        stdout=bytes(process.output["stdout"]),
        stderr=bytes(process.output["stderr"]),
        pictures={n: data for n, data in frames.artifacts.items() if n in room.pictures},
        artifacts={n: data for n, data in frames.artifacts.items() if n in room.artifacts},
        unfit=frames.unfit,
        peak_memory=max(frames.peak_memory, process.peak),
        times=frames.times,
        memory_held_by=held_by,
    )


def try_room(system: System, slot: int) -> bytes:
    """Make a room as all are made, and end it again; a `work` of `run_one`.

    Raises:
        RefusedError: It could not be made; the message is that of whoever refused.
    """
    limits = Limits()
    leaf = solution_leaf(limits)
    holder = Holder(slot, own_roots(system))
    closed = Closed(
        mounts=(),
        files=etc_files(),
        environment={},
        scratch=4096,
        root=holder.place(system.root),
        unmerged=system.unmerged,
    )
    process = ClosedProcess(
        closed,
        ("prlimit", "--nproc=64", "env", "--default-signal=INT,QUIT", "true"),
        Given(seccomp=seccomp_filter(), leaf=leaf),
    )
    stopped, status = process.finish(limits)
    if stopped or status:
        raise RefusedError(process.last_words() or f"it ended with {status}")
    return b""


def try_wire(_job: None, slot: int) -> bytes:
    """Make two networks that are joined by a wire, and leave them; a `work` of `run_one`.

    Raises:
        RefusedError: They could not be made.
    """
    Holder(slot, (), wired=True)
    return b""

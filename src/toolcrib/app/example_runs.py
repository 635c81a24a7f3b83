"""Run the examples of texts, each as a program of its own in a closed room, beside stand-ins."""

import contextlib
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from toolcrib import __version__
from toolcrib.app.clock import utc_now
from toolcrib.app.examples import ExampleProgram, Needs, Runs, needs_of
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder
from toolcrib.errors import RefusedError, UsageError
from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.identity import Identity
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Outcome
from toolcrib.model.task import Run, Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify.bench import Bench, bench, make_order
from toolcrib.verify.environment import environment_folder
from toolcrib.verify.example_verdict import PROGRAM, verdict
from toolcrib.verify.heavy import HEAVY
from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.locks import known_lock
from toolcrib.verify.machine import require_closed_rooms
from toolcrib.verify.once import remove_unused
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.record import write_examples
from toolcrib.verify.room import Interpreter, StandIns
from toolcrib.verify.services import services_named
from toolcrib.verify.standins import stand_ins
from toolcrib.verify.systems import interpreters_in
from toolcrib.verify.uv import uv_program

_SECONDS, _SECONDS_OF_ENDLESS = 20, 8
_MEMORY_MIB = 1024
_KEPT = 2000
_OFFLINE = "what it needs is not here, and nothing is fetched"
_FAULTS = frozenset({Outcome.OUR_FAULT, Outcome.SERVICE_FAILED})


class _Job(Value, frozen=True, kw_only=True):
    """An example that may be run: its place among all, what it needs, what stands beside it."""

    number: int
    program: ExampleProgram
    needs: Needs
    beside: StandIns


_Answer = Done | ChildFaultError | RefusedError


def run_examples(
    programs: tuple[ExampleProgram, ...],
    found: dict[str, Identity],
    target: str,
    *,
    online: bool = True,
) -> Runs:
    """Run examples as they are written, some at a time, and return the runs in their order.

    Args:
        programs: The examples.
        found: What the names of their entries and imports are.
        target: The Python, as X.Y; empty for the newest here, or where what an example needs cannot
            be installed on it, the newest on which it can.
        online: Whether what is not here may be fetched.

    Raises:
        RefusedError: This machine cannot have a closed room.
        UsageError: There is no such Python here.
        ToolcribError: uv is missing.
    """
    require_closed_rooms()
    where = bench(cache_folder().value)
    pythons = interpreters_in(where.system, where.cache, (target,) if target else SUPPORTED)
    if not pythons:
        raise UsageError(f"no Python {target or 'to run examples'} was found here", "crib doctor")
    runs, waiting = _sorted_out(programs, found)
    unfinished = False
    if any(job.needs.distributions for job in waiting):
        uv_program()
    for python in reversed(pythons):
        again = []
        for job, answer in _answers(where, waiting, python, online=online):
            if _cannot_install(answer) and python is not pythons[0]:
                again.append(job)
                continue
            runs[job.number] = _run(job, answer, python)
            unfinished |= isinstance(answer, ChildFaultError) or _is_fault(answer)
        waiting = again
    return Runs(runs=tuple(runs[number] for number in sorted(runs)), unfinished=unfinished)


def record_examples(path: Path, runs: tuple[ExampleRun, ...]) -> None:
    """Write what was run to a file, an object of JSON a line; what could not be run is left out.

    Raises:
        UsageError: The file cannot be written.
    """
    ran = (run for run in runs if run.outcome is not ExampleOutcome.UNCHECKED)
    try:
        write_examples(path, ran)
    except OSError as fault:
        raise UsageError(f"cannot write {path}: {fault.strerror}", "name another file") from fault


def _sorted_out(
    programs: tuple[ExampleProgram, ...], found: dict[str, Identity]
) -> tuple[dict[int, ExampleRun], list[_Job]]:
    """Return the runs of what cannot be run, and the jobs of the rest."""
    runs, jobs = {}, []
    for number, program in enumerate(programs):
        needs, beside = needs_of(program, found), stand_ins(program.code)
        missing = f"nothing stands in for {beside.missing}" if beside.missing else ""
        if why := program.no_program or missing or needs.missing:
            runs[number] = _blank(program, why)
        else:
            jobs.append(_Job(number=number, program=program, needs=needs, beside=beside))
    return runs, jobs


def _blank(program: ExampleProgram, reason: str) -> ExampleRun:
    return ExampleRun(
        path=program.path,
        line=program.line,
        names=program.names,
        outcome=ExampleOutcome.UNCHECKED,
        reason=reason,
        source=sha256(program.code.encode()).hexdigest(),
    )


def _answers(
    where: Bench, jobs: list[_Job], python: Interpreter, *, online: bool
) -> Iterator[tuple[_Job, _Answer]]:
    """Yield what came of each job on a Python, also of those that cannot be done here."""
    orders = []
    for job in jobs:
        if not online and not _is_here(where, job, python):
            yield job, Done(outcome=Outcome.CANNOT_INSTALL, reason=_OFFLINE)
            continue
        try:
            orders.append((job, _order(where, job, python)))
        except RefusedError as fault:
            yield job, fault
    workers = os.cpu_count() or 1
    with contextlib.closing(run_all(orders, _do, workers)) as answers:
        for (job, _), answer in answers:
            if isinstance(answer, ChildFaultError):
                yield job, answer
                continue
            done = where.stated(msgspec.json.decode(answer, type=Done), python)
            if done.lock and done.installed_size > HEAVY:
                remove_unused(environment_folder(done.lock, python, where.cache))
            yield job, done


def _is_here(where: Bench, job: _Job, python: Interpreter) -> bool:
    """Tell whether all that a job needs was installed before."""
    services = services_named(job.beside.services)
    wanted = [(job.needs.distributions, python)]
    wanted += [(service.distributions, where.service_interpreter) for service in services]
    return all(
        (lock := known_lock(distributions, interpreter, where.cache)) is not None
        and environment_folder(lock, interpreter, where.cache).is_dir()
        for distributions, interpreter in wanted
        if distributions
    )


def _do(job: tuple[_Job, Order], slot: int) -> bytes:
    return do(job[1], slot, fetch_sdist)


def _order(where: Bench, job: _Job, python: Interpreter) -> Order:
    beside = job.beside
    solution = Solution(
        module=ModuleId("std:sys"),
        file=PROGRAM,
        code=job.program.code,
        dependencies=job.needs.distributions,
    )
    task = Task(
        id="example",
        title="Run an example",
        category="",
        run=Run(
            stdin="".join(f"{line}\n" for line in beside.typed),
            timeout=_SECONDS_OF_ENDLESS if beside.endless else _SECONDS,
            memory=_MEMORY_MIB,
            services=beside.services,
            packages=beside.packages,
            tty=beside.tty,
            profile=beside.profile,
        ),
        solutions=(solution,),
    )
    order = make_order(where, task, solution, TaskFiles(expected=""), python)
    return msgspec.structs.replace(order, beside=beside)


def _cannot_install(answer: _Answer) -> bool:
    return isinstance(answer, Done) and answer.outcome is Outcome.CANNOT_INSTALL


def _is_fault(answer: _Answer) -> bool:
    return isinstance(answer, Done) and answer.outcome in _FAULTS


def _run(job: _Job, answer: _Answer, python: Interpreter) -> ExampleRun:
    blank = msgspec.structs.replace(
        _blank(job.program, ""), python=python.version, beside=job.beside.said
    )
    if not isinstance(answer, Done):
        return msgspec.structs.replace(blank, reason=str(answer))
    said = verdict(answer, job.program.text, job.beside, job.needs.roots)
    return msgspec.structs.replace(
        blank,
        outcome=said.outcome,
        reason=said.reason,
        status=answer.exit,
        output=_end(answer.stdout),
        errors=_end(answer.stderr),
        services=answer.services,
        full_python=answer.full_python,
        grade=answer.grade,
        root=answer.root,
        when=utc_now(),
        toolcrib=__version__,
    )


def _end(written: bytes) -> str:
    return written.decode("utf-8", "backslashreplace")[-_KEPT:]

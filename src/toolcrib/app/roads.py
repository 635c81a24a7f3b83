"""Where the runs of a verification take place: on this machine, or on others."""

import contextlib
import os
from collections.abc import Callable, Generator, Iterable
from functools import partial
from pathlib import Path

import msgspec

from toolcrib.app.queue import Queue
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.work import work
from toolcrib.errors import RefusedError, UsageError
from toolcrib.verify import machine
from toolcrib.verify.bench import Bench, bench, interpreters_named, make_order
from toolcrib.verify.cluster import Errand, run_there
from toolcrib.verify.interpreters import SUPPORTED, this_interpreter
from toolcrib.verify.job import Done, do
from toolcrib.verify.plan import Job
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.pyodide import NAME as PYODIDE
from toolcrib.verify.pyodide import find_pyodide
from toolcrib.verify.remote import Wanted, opened, ordered, packed
from toolcrib.verify.room import Interpreter
from toolcrib.verify.uv import uv_program

Run = tuple[Job, Wanted]
Idle = Callable[[], None] | None
Came = Generator[tuple[Job, Done | ChildFaultError | RefusedError], None, None]


class Road(msgspec.Struct, frozen=True, kw_only=True):
    """A way to have runs done: its `place` for people, and its `bench`, where that is known.

    `interpreters` are those of some names (none: all) that it has, `check` raises a `ToolcribError`
    where it can do none of some jobs, `require` a `RefusedError` where it cannot do one, and `run`
    does what a queue hands out and yields what came of it: a refusal where it cannot.
    """

    place: str
    bench: Bench | None
    interpreters: Callable[[tuple[str, ...]], tuple[Interpreter, ...]]
    check: Callable[[Iterable[Job]], None]
    require: Callable[[Run], None]
    run: Callable[[Queue, Idle], Came]


def here(cache: Path, system: str, workers: int, *, privileged: bool) -> Road:
    """Return the road of this machine: with a system, and so many runs at a time (0: its cores).

    With `privileged` container engines may run.

    Raises:
        UsageError: There is no system of that name here.
    """
    where = bench(cache, system, privileged=privileged)
    return Road(
        place=where.system.name,
        bench=where,
        interpreters=partial(interpreters_named, where),
        check=_check_here,
        require=partial(_require_here, where),
        run=partial(_run_here, where, workers or os.cpu_count() or 1),
    )


def _check_here(jobs: Iterable[Job]) -> None:
    machine.require_closed_rooms()
    if any(job.solution.dependencies for job in jobs):
        uv_program()


def _require_here(where: Bench, run: Run) -> None:
    job, wanted = run
    # What services start with is made now: a run is to find it.
    make_order(where, job.task, job.solution, wanted.files, job.interpreter)


def _run_here(where: Bench, workers: int, queue: Queue, idle: Idle) -> Came:
    with contextlib.closing(run_all(queue, partial(_do, where), workers, idle)) as answers:
        for (job, _), answer in answers:
            if isinstance(answer, ChildFaultError):
                yield job, answer
            else:
                yield job, where.stated(msgspec.json.decode(answer, type=Done), job.interpreter)


def _do(where: Bench, run: Run, slot: int) -> bytes:
    job, wanted = run
    return do(ordered(wanted, where, job.interpreter), slot, fetch_sdist)


def elsewhere(cache: Path, scheduler: str, patience: float) -> Road:
    """Return the road to the workers of a Dask scheduler; `patience` in seconds, see `run_there`.

    Which of them has what is not known before they are asked: nothing is refused in advance.
    """
    return Road(
        place=scheduler,
        bench=None,
        interpreters=partial(_any_interpreters, cache),
        check=lambda _jobs: None,
        require=lambda _run: None,
        run=partial(_run_elsewhere, scheduler, patience),
    )


def _any_interpreters(cache: Path, names: tuple[str, ...]) -> tuple[Interpreter, ...]:
    # A worker takes its own of that version; this one resolves for all, where that is asked for.
    own = this_interpreter()
    versions = (name for name in names or SUPPORTED if name != PYODIDE)
    found = [Interpreter(path=own.path, prefix=own.prefix, full=version) for version in versions]
    pyodide = find_pyodide(cache) if PYODIDE in names or not names else None
    if PYODIDE in names and not pyodide:
        raise UsageError("Pyodide is not here yet", "crib system build pyodide")
    return (*found, pyodide) if pyodide else tuple(found)


def _run_elsewhere(scheduler: str, patience: float, queue: Queue, idle: Idle) -> Came:
    errand = Errand[Run](work, needs=lambda run: run[1].needs, parcel=lambda run: packed(run[1]))
    with contextlib.closing(run_there(scheduler, errand, queue, patience, idle)) as answers:
        for (job, _), answer in answers:
            yield job, opened(answer) if isinstance(answer, bytes) else answer

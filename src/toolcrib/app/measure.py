"""Measure the solutions of a task beside one another, with nothing else running."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from toolcrib import __version__
from toolcrib.app.catalogs import receipts_folder
from toolcrib.app.ledger import Ledger
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder, privileged
from toolcrib.app.verify import known_names
from toolcrib.catalog.folder import read_catalog
from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.model.measurement import Measurement
from toolcrib.model.receipt import Cell, Outcome
from toolcrib.model.value import Value
from toolcrib.model.version import version_number
from toolcrib.verify import machine
from toolcrib.verify.bench import bench, make_order
from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.measure import (
    LEAST_ROUNDS,
    WARM_UP,
    Sample,
    figures,
    noise,
    timed_orders,
    times_of,
    turns,
)
from toolcrib.verify.plan import Job, Selection, make_plan
from toolcrib.verify.pool import run_one
from toolcrib.verify.systems import interpreters_in


class MeasureWish(Value, frozen=True, kw_only=True):
    """What the user wants measured.

    No names stand for all tasks with two solutions or more, no `python` for the newest one here on
    which most of a task's solutions passed the last time. `privileged` lets container engines run.
    """

    catalog: Path
    names: tuple[str, ...] = ()
    python: str = ""
    system: str = ""
    rounds: int = LEAST_ROUNDS
    privileged: bool = False


class LeftOut(Value, frozen=True, kw_only=True):
    """A solution that was not measured, and why; a `mend` where this machine lacks something."""

    label: str
    reason: str
    mend: str = ""


class Measured(Value, frozen=True, kw_only=True):
    """What came of one task."""

    task: str
    measurements: tuple[Measurement, ...]
    left_out: tuple[LeftOut, ...]


class _Runner:
    """One solution that is being measured: its three orders, and its samples so far."""

    def __init__(self, job: Job, orders: tuple[Order, Order, Order | None]) -> None:
        self.job = job
        self.orders = orders
        self.samples: list[Sample] = []
        self.lock = ""
        self.failure: LeftOut | None = None

    def run(self) -> Sample | None:
        """Do one round; nothing comes of it, and of those after it, when the solution fails."""
        if self.failure:
            return None
        try:
            return self._round()
        except ToolcribError as fault:
            self.failure = LeftOut(label=self.job.label, reason=str(fault), mend=fault.hint)
        return None

    def _round(self) -> Sample | None:
        solution, start = _done(self.orders[0]), _done(self.orders[1])
        imports = _done(self.orders[2]) if self.orders[2] else None
        began = times_of(start)
        if solution.outcome is not Outcome.PASSED or not solution.times or not began:
            failed = start if solution.outcome is Outcome.PASSED else solution
            reason = f"{failed.outcome}: {failed.reason}".removesuffix(": ")
            self.failure = LeftOut(label=self.job.label, reason=reason)
            return None
        self.lock = solution.lock_digest
        return Sample(
            solution=solution.times,
            peak_memory=solution.peak_memory,
            start=began,
            imports=times_of(imports) if imports else None,
        )


class Measuring:
    """One measuring: planned when it is made, done as its tasks are asked for."""

    def __init__(self, wish: MeasureWish, clock: Callable[[], datetime]) -> None:
        """Read the content and choose what is measured.

        Raises:
            ToolcribError: The content cannot be read, a name is unknown, a Python is missing.
        """
        self._rounds = wish.rounds
        self._clock = clock
        cache = cache_folder().value
        may = privileged(wanted=wish.privileged).value
        self._catalog = read_catalog(wish.catalog)
        self._ledger = Ledger(receipts_folder(wish.catalog))
        self._bench = bench(cache, wish.system, privileged=may)
        wanted = (wish.python,) if wish.python else SUPPORTED
        found = interpreters_in(self._bench.system, cache, wanted)
        if not found:
            raise UsageError(f"no Python {', '.join(wanted)} was found here", "crib doctor")
        names = known_names(self._catalog, wish.names)
        plan = make_plan(self._catalog, (), found, clock(), Selection(names=names, again=True))
        possible: dict[str, list[Job]] = {}
        for job in plan.jobs:
            if not job.blocked and (names or len(job.task.solutions) > 1):
                possible.setdefault(job.task.id, []).append(job)
        passed = frozenset(r.key for r in self._ledger.all() if r.is_good and not r.blocked)
        self.tasks = {task: on_one_python(jobs, passed) for task, jobs in possible.items()}

    def run(self) -> Iterator[Measured]:
        """Measure one task after the other, and yield each once it is on the disk.

        Raises:
            RefusedError: This machine cannot have a closed room.
            ToolcribError: A verification of the same catalog is at work, or uv is missing.
        """
        machine.require_closed_rooms()
        with self._ledger.alone():
            for task, jobs in self.tasks.items():
                measured = self._measure(jobs)
                if measured.measurements:
                    self._ledger.keep_measurements(task, measured.measurements)
                yield measured

    def _measure(self, jobs: tuple[Job, ...]) -> Measured:
        when = self._clock().replace(microsecond=0)
        refused, runners = [], []
        for job in jobs:
            try:
                runners.append(self._runner(job))
            except RefusedError as fault:
                refused.append(LeftOut(label=job.label, reason=str(fault), mend=fault.hint))
        task = jobs[0].task
        for number, order in enumerate(turns(len(runners), WARM_UP + self._rounds, task.id)):
            for runner in (runners[place] for place in order):
                sample = runner.run()
                if sample and number >= WARM_UP:
                    runner.samples.append(sample)
        passing = [runner for runner in runners if not runner.failure]
        failures = [runner.failure for runner in runners if runner.failure]
        return Measured(
            task=task.id,
            measurements=tuple(self._measurement(runner, when) for runner in passing),
            left_out=(*refused, *failures),
        )

    def _runner(self, job: Job) -> _Runner:
        files = self._catalog.files[job.task.id]
        order = make_order(self._bench, job.task, job.solution, files, job.interpreter)
        order = msgspec.structs.replace(order, lock=self._ledger.lock_of(job))
        module = self._catalog.modules.get(job.solution.module)
        return _Runner(job, timed_orders(order, module.import_names if module else ()))

    def _measurement(self, runner: _Runner, when: datetime) -> Measurement:
        job = runner.job
        return Measurement(
            task=job.task.id,
            solution=job.solution.file,
            module=job.solution.module,
            source=job.source,
            python=job.interpreter.full,
            when=when,
            toolcrib=__version__,
            computer=machine.computer(),
            rounds=len(runner.samples),
            figures=figures(runner.samples),
            noise=noise(runner.samples),
            lock=runner.lock,
            root=self._bench.system_of(job.interpreter).id,
        )


def on_one_python(
    jobs: Sequence[Job], passed: frozenset[tuple[str, str, Cell, bool]]
) -> tuple[Job, ...]:
    """Return those of a task's jobs that are on the newest Python on which most of them passed.

    Args:
        jobs: Runs of one task, older Pythons first.
        passed: The keys of the receipts of runs that passed.
    """

    def worth(python: str) -> tuple[int, tuple[int, ...]]:
        keys = (
            (j.task.id, j.solution.file, j.cell, False) for j in jobs if j.cell.python == python
        )
        return len(passed.intersection(keys)), version_number(python)

    best = max((job.cell.python for job in jobs), key=worth)
    return tuple(job for job in jobs if job.cell.python == best)


def _done(order: Order) -> Done:
    """Do one run with nothing else beside it.

    Raises:
        ToolcribError: The run could not take place.
    """
    return msgspec.json.decode(run_one(order, _do), type=Done)


def _do(order: Order, slot: int) -> bytes:
    return do(order, slot, fetch_sdist)

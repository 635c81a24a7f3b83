"""Prove what has no valid, fresh receipt."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from toolcrib import __version__
from toolcrib.app.catalogs import receipts_folder
from toolcrib.app.ledger import Ledger
from toolcrib.app.queue import Queue
from toolcrib.app.roads import elsewhere, here
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder, privileged
from toolcrib.catalog.folder import read_catalog
from toolcrib.errors import RefusedError, UsageError
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Cell, Lock, Outcome, Receipt
from toolcrib.model.task import Solution
from toolcrib.model.value import Value
from toolcrib.verify.bench import workshop_of
from toolcrib.verify.heavy import HeavyEnvironments
from toolcrib.verify.job import Done
from toolcrib.verify.locks import kept_lock, lock_digest
from toolcrib.verify.plan import Job, Plan, Selection, can_be_tried, make_plan, selected
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.remote import Wanted
from toolcrib.verify.room import Interpreter
from toolcrib.verify.solution_lock import solution_lock

_KEPT_OUTPUT = 2000


class VerifyWish(Value, frozen=True, kw_only=True):
    """What the user wants verified, and how; `jobs` runs at a time.

    `stale` leaves out what was never run; `twice` runs also what passes a second time, with another
    hash seed. `privileged` lets container engines run. `keep` is for heavy environments, which are
    else removed after use.

    No `pythons` stand for all supported ones that are here; those that are named must be here. No
    `system` stands for that of toolcrib's own if it was built, else for this machine's.

    With the address of a Dask `scheduler` the runs take place on its workers: no `pythons` stand
    for all supported ones, and what no worker offers for `patience` seconds is skipped.
    """

    catalog: Path
    names: tuple[str, ...] = ()
    pythons: tuple[str, ...] = ()
    again: bool = False
    stale: bool = False
    latest: bool = False
    twice: bool = False
    only_blocked: bool = False
    keep: bool = False
    jobs: int = 0
    system: str = ""
    scheduler: str = ""
    patience: float = 30
    privileged: bool = False


class Verification:
    """One verification: planned when it is made, done as its receipts are asked for."""

    def __init__(self, wish: VerifyWish, clock: Callable[[], datetime]) -> None:
        """Read the content and make the plan.

        Raises:
            ToolcribError: The content cannot be read, a name is unknown, a Python is missing.
        """
        self._wish = wish
        self._clock = clock
        self._cache = cache_folder().value
        self.catalog = read_catalog(wish.catalog)
        self._ledger = Ledger(receipts_folder(wish.catalog))
        if wish.scheduler:
            self._road = elsewhere(self._cache, wish.scheduler, wish.patience)
        else:
            may = privileged(wanted=wish.privileged).value
            self._road = here(self._cache, wish.system, wish.jobs, privileged=may)
        self.place = self._road.place
        self.is_stale_only = wish.stale
        self.interpreters = self._road.interpreters(wish.pythons)
        chosen = known_names(self.catalog, wish.names)
        self._latest = self._latest_locks(chosen) if wish.latest else {}
        bench = self._road.bench
        self._selection = Selection(
            names=chosen,
            again=wish.again or wish.twice,
            stale=wish.stale,
            only_blocked=wish.only_blocked,
            grades={i.cell: bench.grade_of(i) for i in self.interpreters} if bench else {},
            roots={i.cell: bench.system_of(i).id for i in self.interpreters} if bench else {},
            locks={run: lock_digest(lock) for run, lock in self._latest.items()},
        )
        self.plan = self._make_plan()
        self.queue = Queue((), self._wanted)
        # On other machines they are kept for the next run that comes there.
        self.heavy = HeavyEnvironments(self._cache, keep=wish.keep or bool(wish.scheduler))

    def run(self, idle: Callable[[], None] | None = None) -> Iterator[tuple[Job, Receipt]]:
        """Do the plan, and yield each run's receipt once it is on the disk.

        Whoever stops iterating ends what is running; what was yielded is kept. `idle` is called now
        and then while nothing ends.

        Raises:
            RefusedError: This machine cannot have a closed room.
            ToolcribError: Another verification of the same catalog is at work, uv is missing, or
                the cluster cannot be reached.
        """
        if not self.plan.jobs:
            return
        self._road.check(self.plan.jobs)
        with self._ledger.alone():
            # Somebody else may have been at work between the plan and now.
            self._ledger.read()
            self.plan = self._make_plan()
            self.queue = Queue(self.plan.jobs, self._wanted, twice=self._wish.twice)
            yield from self._run(idle)
            self.heavy.remove_all()
            self._ledger.sweep()

    def _make_plan(self) -> Plan:
        return make_plan(
            self.catalog, self._ledger.all(), self.interpreters, self._clock(), self._selection
        )

    def _latest_locks(self, names: frozenset[str]) -> dict[tuple[str, str, Cell], Lock]:
        """Resolve anew, and return the locks by task, solution and cell."""
        locks = {}
        for task, solution in selected(self.catalog, names):
            for python in self.interpreters if solution.dependencies else ():
                if not can_be_tried(task, solution, python):
                    continue
                # What cannot be resolved today is due for other reasons, or fails when run.
                with contextlib.suppress(CannotInstallError):
                    if lock := self._latest_lock(solution, python):
                        locks[(task.id, solution.file, python.cell)] = lock
        return locks

    def _latest_lock(self, solution: Solution, python: Interpreter) -> Lock | None:
        if self._road.bench:
            workshop = workshop_of(self._road.bench)
            return solution_lock(solution, python, fetch_sdist, workshop, "always")
        if solution.build:
            # Who runs it builds it, and resolves with what was built.
            return None
        return kept_lock(solution.dependencies, solution.overrides, python, self._cache, "always")

    def _run(self, idle: Callable[[], None] | None) -> Iterator[tuple[Job, Receipt]]:
        with contextlib.closing(self._road.run(self.queue, idle)) as answers:
            for job, answer in answers:
                if isinstance(answer, RefusedError):
                    self.queue.refused(job, answer)
                    continue
                if isinstance(answer, Done):
                    done = answer
                else:
                    done = Done(outcome=Outcome.OUR_FAULT, reason=str(answer))
                sure = self.queue.answered(job, done)
                if sure:
                    receipt = self._receipt(job, sure)
                    self._ledger.keep(receipt, sure.lock)
                    self.heavy.used(job, sure, partial(self.queue.needs_environment_of, job))
                    yield job, receipt

    def _wanted(self, job: Job) -> Wanted:
        latest = self._latest.get((job.task.id, job.solution.file, job.cell))
        module = self.catalog.modules.get(job.solution.module)
        wanted = Wanted(
            task=job.task,
            solution=job.solution,
            files=self.catalog.files[job.task.id],
            cell=job.cell,
            system=self._wish.system,
            blocked=module.import_names if job.blocked and module else (),
            lock=latest if self._wish.latest else self._ledger.lock_of(job),
        )
        self._road.require((job, wanted))
        return wanted

    def _receipt(self, job: Job, done: Done) -> Receipt:
        good = done.outcome is Outcome.PASSED
        return Receipt(
            task=job.task.id,
            solution=job.solution.file,
            module=job.solution.module,
            source=job.source,
            cell=job.cell,
            full_python=done.full_python or job.interpreter.full,
            outcome=done.outcome,
            grade=done.grade,
            when=self._clock().replace(microsecond=0),
            toolcrib=__version__,
            blocked=job.blocked,
            lock=done.lock_digest,
            distributions=done.distributions,
            installed_size=done.installed_size,
            exit=done.exit,
            output_sha256=hashlib.sha256(done.stdout).hexdigest(),
            output="" if good else done.stdout[:_KEPT_OUTPUT].decode("utf-8", "backslashreplace"),
            reason=done.reason,
            pictures={
                name: self._ledger.picture(picture)
                for name, picture in sorted(done.pictures.items())
                if good
            },
            peak_memory=done.peak_memory,
            memory_held_by=done.memory_held_by,
            root=done.root,
            services=done.services,
        )


def known_names(catalog: Catalog, names: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of the tasks and modules that are named.

    Raises:
        UsageError: A name is neither.
    """
    known = set()
    for name in names:
        ids = {name, ModuleId(f"std:{name}"), ModuleId(f"pypi:{name}")}
        found = ids & (catalog.tasks.keys() | catalog.modules.keys())
        if not found:
            raise UsageError(f"{name!r} is neither a task nor a module of the catalog", "crib list")
        known |= found
    return frozenset(known)

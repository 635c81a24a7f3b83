"""Prove what has no valid, fresh receipt."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from toolcrib import __version__
from toolcrib.app.catalogs import receipts_folder
from toolcrib.app.ledger import Ledger
from toolcrib.app.settings import cache_folder
from toolcrib.catalog.folder import read_catalog
from toolcrib.errors import RefusedError, UsageError
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Grade, Outcome, Receipt, ServiceFact
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.interpreters import SUPPORTED, find_interpreters
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.locks import kept_lock, lock_digest
from toolcrib.verify.plan import Job, Plan, Selection, allows, make_plan, selected
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.services import services_named
from toolcrib.verify.templates import templates_for
from toolcrib.verify.uv import CannotInstallError, uv_program

_KEPT_OUTPUT = 2000


class VerifyWish(Value, frozen=True, kw_only=True):
    """What the user wants verified, and how; `jobs` runs at a time.

    No `pythons` stand for all supported ones that are here; those that are named must be here.
    """

    catalog: Path
    names: tuple[str, ...] = ()
    pythons: tuple[str, ...] = ()
    again: bool = False
    latest: bool = False
    only_blocked: bool = False
    jobs: int = 0


class Skipped(Value, frozen=True, kw_only=True):
    """A job that this machine cannot do, and why."""

    job: Job
    reason: str
    mend: str


class MachineFacts:
    """Facts of this machine that every receipt of a verification shares."""

    def __init__(self) -> None:
        """Ask the machine."""
        self._versions = machine.package_versions()
        self.root = machine.root_id()

    def completed(self, service: ServiceFact) -> ServiceFact:
        """Return a service's fact with a version: its own word, else that of its package."""
        if service.version:
            return service
        packages = services_named((service.name,))[0].packages
        version = next((self._versions[p] for p in packages if p in self._versions), "")
        return msgspec.structs.replace(service, version=version)


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
        self.interpreters = find_interpreters(wish.pythons or SUPPORTED)
        absent = set(wish.pythons) - {interpreter.version for interpreter in self.interpreters}
        if absent or not self.interpreters:
            names = ", ".join(sorted(absent) or SUPPORTED)
            raise UsageError(f"no Python {names} was found here", "crib doctor")
        chosen = _known_names(self.catalog, wish.names)
        self._selection = Selection(
            names=chosen,
            again=wish.again,
            locks=self._latest_locks(chosen) if wish.latest else {},
        )
        self.plan = self._make_plan()
        self.skipped: list[Skipped] = []

    def run(self) -> Iterator[tuple[Job, Receipt]]:
        """Do the plan, and yield each run's receipt once it is on the disk.

        Whoever stops iterating ends what is running; what was yielded is kept.

        Raises:
            RefusedError: This machine cannot have a closed room.
            ToolcribError: Another verification of the same catalog is at work, or uv is missing.
        """
        if not self.plan.jobs:
            return
        machine.require_closed_rooms()
        self._cache.mkdir(parents=True, exist_ok=True)
        if any(job.solution.dependencies for job in self.plan.jobs):
            uv_program()
        with self._ledger.alone():
            # Somebody else may have been at work between the plan and now.
            self._ledger.read()
            self.plan = self._make_plan()
            yield from self._run(self._possible(), last=False)
            self._ledger.sweep()

    def _make_plan(self) -> Plan:
        plan = make_plan(
            self.catalog, self._ledger.all(), self.interpreters, self._clock(), self._selection
        )
        jobs = tuple(job for job in plan.jobs if job.blocked or not self._wish.only_blocked)
        return msgspec.structs.replace(plan, jobs=jobs)

    def _latest_locks(self, names: frozenset[str]) -> dict[tuple[str, str, str], str]:
        """Resolve anew, and return the digests of the locks by task, solution and Python.

        The runs find the locks where they are kept.
        """
        locks = {}
        for task, solution in selected(self.catalog, names):
            for python in self.interpreters if solution.dependencies else ():
                if not allows(solution.requires_python, python.version):
                    continue
                wanted = (solution.dependencies, solution.overrides, python, self._cache)
                # What cannot be resolved today is due for other reasons, or fails when run.
                with contextlib.suppress(CannotInstallError):
                    lock = kept_lock(*wanted, latest=True)
                    locks[(task.id, solution.file, python.version)] = lock_digest(lock)
        return locks

    def _run(self, orders: list[tuple[Job, Order]], *, last: bool) -> Iterator[tuple[Job, Receipt]]:
        """Run jobs; those that ended by our own fault are tried once more."""
        facts = MachineFacts()
        again = []
        workers = self._wish.jobs or os.cpu_count() or 1
        with contextlib.closing(run_all(orders, _do, workers)) as answers:
            for (job, order), answer in answers:
                if isinstance(answer, ChildFaultError):
                    done = Done(outcome=Outcome.OUR_FAULT, reason=str(answer))
                else:
                    done = msgspec.json.decode(answer, type=Done)
                if done.outcome is Outcome.OUR_FAULT and not last:
                    again.append((job, order))
                    continue
                receipt = self._receipt(job, done, facts)
                self._ledger.keep(receipt, done.lock)
                yield job, receipt
        if again:
            yield from self._run(again, last=True)

    def _possible(self) -> list[tuple[Job, Order]]:
        """Return what this machine can do; the rest is skipped, with its reason."""
        possible = []
        refused: dict[str, RefusedError] = {}
        for job in self.plan.jobs:
            try:
                if job.task.id in refused:
                    raise refused[job.task.id]
                possible.append((job, self._order(job)))
            except RefusedError as fault:
                refused[job.task.id] = fault
                self.skipped.append(Skipped(job=job, reason=str(fault), mend=fault.hint))
        return possible

    def _order(self, job: Job) -> Order:
        services = services_named(job.task.run.services)
        machine.require_packages(services, job.task.run.packages)
        module = self.catalog.modules.get(job.solution.module)
        return Order(
            task=job.task,
            solution=job.solution,
            files=self.catalog.files[job.task.id],
            interpreter=job.interpreter,
            cache=str(self._cache),
            templates=templates_for(services, self._cache),
            blocked=module.import_names if job.blocked and module else (),
            lock=None if self._wish.latest else self._ledger.lock_of(job),
        )

    def _receipt(self, job: Job, done: Done, facts: MachineFacts) -> Receipt:
        good = done.outcome is Outcome.PASSED
        return Receipt(
            task=job.task.id,
            solution=job.solution.file,
            module=job.solution.module,
            source=job.source,
            cell=job.cell,
            full_python=job.interpreter.full,
            outcome=done.outcome,
            grade=Grade.HOST,
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
            memory_held_by="watchdog",
            root=facts.root,
            services=tuple(facts.completed(service) for service in done.services),
        )


def _do(job: tuple[Job, Order], slot: int) -> bytes:
    return do(job[1], slot)


def _known_names(catalog: Catalog, names: tuple[str, ...]) -> frozenset[str]:
    known = set()
    for name in names:
        ids = {name, ModuleId(f"std:{name}"), ModuleId(f"pypi:{name}")}
        found = ids & (catalog.tasks.keys() | catalog.modules.keys())
        if not found:
            raise UsageError(f"{name!r} is neither a task nor a module of the catalog", "crib list")
        known |= found
    return frozenset(known)

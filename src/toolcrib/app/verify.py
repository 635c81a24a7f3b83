"""Prove what has no valid, fresh receipt."""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from toolcrib import __version__
from toolcrib.app.catalogs import receipts_folder
from toolcrib.app.settings import cache_folder
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_locks, read_receipts
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Grade, Lock, Outcome, Receipt, ServiceFact
from toolcrib.model.value import Value
from toolcrib.verify import machine, record
from toolcrib.verify.interpreters import SUPPORTED, find_interpreters
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.plan import Job, Selection, make_plan
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.services import services_named
from toolcrib.verify.templates import template

_KEPT_OUTPUT = 2000


class Wish(Value, frozen=True, kw_only=True):
    """What the user wants verified, and how; `jobs` runs at a time."""

    catalog: Path
    names: tuple[str, ...] = ()
    pythons: tuple[str, ...] = SUPPORTED
    again: bool = False
    latest: bool = False
    only_blocked: bool = False
    jobs: int = 0


class Skipped(Value, frozen=True, kw_only=True):
    """A job that this machine cannot do, and why."""

    job: Job
    reason: str
    mend: str


class _MachineFacts:
    """Facts of this machine that every receipt of a verification shares."""

    def __init__(self) -> None:
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

    def __init__(self, wish: Wish, clock: Callable[[], datetime]) -> None:
        """Read the content and make the plan.

        Raises:
            ToolcribError: The content cannot be read, a name is unknown, there is no Python.
        """
        self._wish = wish
        self._clock = clock
        self._folder = receipts_folder(wish.catalog)
        self._cache = cache_folder().value
        self.catalog = read_catalog(wish.catalog)
        self._receipts = read_receipts(self._folder)
        self._locks = {} if wish.latest else read_locks(self._folder)
        self.interpreters = find_interpreters(wish.pythons)
        if not self.interpreters:
            wanted = ", ".join(wish.pythons)
            raise UsageError(f"no Python of {wanted} was found here", "crib doctor")
        plan = make_plan(
            self.catalog,
            self._all_receipts(),
            self.interpreters,
            clock(),
            Selection(names=_known_names(self.catalog, wish.names), again=wish.again),
        )
        jobs = tuple(job for job in plan.jobs if job.blocked or not wish.only_blocked)
        self.plan = msgspec.structs.replace(plan, jobs=jobs)
        self.skipped: list[Skipped] = []

    def run(self) -> Iterator[tuple[Job, Receipt]]:
        """Do the plan, and yield each run's receipt once it is on the disk.

        Whoever stops iterating ends what is running; what was yielded is kept.

        Raises:
            RefusedError: This machine cannot have a closed room.
            ToolcribError: Another verification of the same catalog is at work.
        """
        if not self.plan.jobs:
            return
        machine.require_closed_rooms()
        with _alone(self._folder, self._cache):
            jobs = self._possible()
            yield from self._run(jobs, last=False)
            record.sweep(self._folder, self._all_receipts())

    def _run(self, jobs: list[Job], *, last: bool) -> Iterator[tuple[Job, Receipt]]:
        """Run jobs; those that ended by our own fault are tried once more."""
        facts = _MachineFacts()
        again = []
        workers = self._wish.jobs or os.cpu_count() or 1
        answers = run_all([(job, self._order(job)) for job in jobs], _do, workers)
        with contextlib.closing(answers):
            for (job, _), answer in answers:
                if isinstance(answer, ChildFaultError):
                    done = Done(outcome=Outcome.OUR_FAULT, reason=str(answer))
                else:
                    done = msgspec.json.decode(answer, type=Done)
                if done.outcome is Outcome.OUR_FAULT and not last:
                    again.append(job)
                    continue
                yield job, self._keep(job, done, facts)
        if again:
            yield from self._run(again, last=True)

    def _possible(self) -> list[Job]:
        """Return the jobs whose system packages are here; the others are skipped, with a reason."""
        possible, absent = [], {}
        for job in self.plan.jobs:
            run = job.task.run
            if job.task.id not in absent:
                services = services_named(run.services)
                absent[job.task.id] = machine.missing_packages(services, run.packages)
            if missing := absent[job.task.id]:
                reason = f"needs {', '.join(missing)}"
                mend = machine.apt_command(missing)
                self.skipped.append(Skipped(job=job, reason=reason, mend=mend))
            else:
                possible.append(job)
        return possible

    def _order(self, job: Job) -> Order:
        services = services_named(job.task.run.services)
        module = self.catalog.modules.get(job.solution.module)
        return Order(
            task=job.task,
            solution=job.solution,
            files=self.catalog.files[job.task.id],
            interpreter=job.interpreter,
            cache=str(self._cache),
            templates={s.name: str(template(s, self._cache)) for s in services if s.template},
            blocked=module.import_names if job.blocked and module else (),
            lock=self._lock_of(job),
        )

    def _lock_of(self, job: Job) -> Lock | None:
        """Return the lock of the last run there, as long as it is for the same requirements."""
        for receipt in self._receipts.get(job.solution.module, ()):
            same = (receipt.task, receipt.solution) == (job.task.id, job.solution.file)
            lock = self._locks.get(receipt.lock)
            if same and lock and receipt.cell == job.cell:
                wanted = (job.solution.dependencies, job.solution.overrides)
                return lock if (lock.requirements, lock.overrides) == wanted else None
        return None

    def _keep(self, job: Job, done: Done, facts: _MachineFacts) -> Receipt:
        if done.lock:
            record.write_lock(self._folder, done.lock)
        receipt = Receipt(
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
            output=_kept_output(done),
            reason="" if job.blocked else done.reason,
            pictures={
                name: record.write_picture(self._folder, picture)
                for name, picture in sorted(done.pictures.items())
                if done.outcome is Outcome.PASSED
            },
            peak_memory=done.peak_memory,
            memory_held_by="watchdog",
            root=facts.root,
            services=tuple(facts.completed(service) for service in done.services),
        )
        others = (r for r in self._receipts.get(receipt.module, ()) if r.key != receipt.key)
        self._receipts[receipt.module] = (*others, receipt)
        record.write_receipts(self._folder, receipt.module, self._receipts[receipt.module])
        return receipt

    def _all_receipts(self) -> list[Receipt]:
        return [receipt for receipts in self._receipts.values() for receipt in receipts]


def _do(job: tuple[Job, Order], slot: int) -> bytes:
    return do(job[1], slot)


def _kept_output(done: Done) -> str:
    if done.outcome in (Outcome.PASSED, Outcome.CANNOT_INSTALL):
        return ""
    return done.stdout[:_KEPT_OUTPUT].decode("utf-8", "backslashreplace")


def _known_names(catalog: Catalog, names: tuple[str, ...]) -> frozenset[str]:
    known = set()
    for name in names:
        ids = {name, ModuleId(f"std:{name}"), ModuleId(f"pypi:{name}")}
        found = ids & (catalog.tasks.keys() | catalog.modules.keys())
        if not found:
            raise UsageError(f"{name!r} is neither a task nor a module of the catalog", "crib list")
        known |= found
    return frozenset(known)


@contextlib.contextmanager
def _alone(folder: Path, cache: Path) -> Iterator[None]:
    """Hold a catalog's receipts alone; the lock ends with the process, however that ends."""
    cache.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    with (cache / f"verify-{name}.lock").open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            file.seek(0)
            message = f"another `crib verify` is at work on {folder} (process {file.read()})"
            raise ToolcribError(message, "wait for it, or stop it") from fault
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield

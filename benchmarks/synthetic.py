"""Catalogs and receipts for benchmarks, of any size: trivial solutions of the standard library."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from toolcrib.model.catalog import Catalog
from toolcrib.model.receipt import BARRED, Grade, Lock, Outcome, Package, Receipt
from toolcrib.verify import record
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.plan import Job, Selection, make_plan
from toolcrib.verify.room import Interpreter

if TYPE_CHECKING:
    from toolcrib.model.module import ModuleId

NOW = datetime(2026, 11, 20, tzinfo=UTC)

MODULES = (
    *("abc", "array", "bisect", "calendar", "cmath", "codecs", "collections", "colorsys"),
    *("contextlib", "copy", "enum", "errno", "fnmatch", "functools", "gc", "genericpath"),
    *("heapq", "io", "itertools", "json", "keyword", "linecache", "locale", "marshal"),
    *("math", "numbers", "operator", "os", "posixpath", "queue", "random", "re"),
    *("reprlib", "sched", "shlex", "signal", "stat", "statistics", "string", "struct"),
    *("textwrap", "threading", "time", "timeit", "token", "types", "typing", "warnings"),
)

_MODULE = 'name = "{module}"\npurpose = "It does."\ncategories = ["text"]\n'
_TASK = 'title = "Do the work of number {number}"\ncategory = "text"\n'
_SOLUTION = '''\
# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:{module}"
# ///
"""Because it comes with Python."""

import {module}

print({module}.__name__)
'''


def write_catalog(folder: Path, solutions: int, modules: Sequence[str] = MODULES) -> Path:
    """Write a catalog of so many tasks with one solution each, by modules in turn.

    It is written to a folder of that folder, which is returned.
    """
    catalog = folder / "catalog"
    (catalog / "modules/std").mkdir(parents=True)
    (catalog / "catalog.toml").write_text('name = "synthetic"\n')
    (catalog / "categories.toml").write_text('[text]\ntitle = "Text"\n')
    for module in modules:
        (catalog / f"modules/std/{module}.toml").write_text(_MODULE.format(module=module))
    for number in range(solutions):
        module = modules[number % len(modules)]
        task = catalog / "tasks" / f"task-{number:05}"
        (task / "input").mkdir(parents=True)
        (task / "task.toml").write_text(_TASK.format(number=number))
        (task / "input/data.txt").write_text(f"The input of task {number}.\n" * 20)
        (task / "expected.txt").write_text(f"{module}\n")
        (task / f"with_{module}.py").write_text(_SOLUTION.format(module=module))
    return catalog


def write_receipts(
    folder: Path, catalog: Catalog, interpreters: tuple[Interpreter, ...], *, locked: int = 0
) -> int:
    """Write receipts that hold for all runs of a catalog, and return how many they are.

    So many of the solutions have a lock for each Python, as those with distributions have.
    """
    plan = make_plan(catalog, (), interpreters, NOW, Selection())
    names = {task.id for task in list(catalog.tasks.values())[:locked]}
    by_module: dict[ModuleId, list[Receipt]] = {}
    for job in plan.jobs:
        digest = write_lock(folder, _lock(job)) if job.task.id in names else ""
        by_module.setdefault(job.solution.module, []).append(_receipt(job, digest))
    for module, receipts in by_module.items():
        record.write_receipts(folder, module, receipts)
    return len(plan.jobs)


def write_lock(folder: Path, lock: Lock) -> str:
    """Write a lock and return its digest."""
    record.write_lock(folder, lock)
    return lock_digest(lock)


def _lock(job: Job) -> Lock:
    packages = tuple(
        Package(name=f"{job.task.id}-{part}", version="1.0", hashes=(f"{part}" * 64,) * 8)
        for part in range(3)
    )
    return Lock(python=job.cell.python, platform="linux-x86_64", requirements=(), packages=packages)


def _receipt(job: Job, lock: str) -> Receipt:
    return Receipt(
        task=job.task.id,
        solution=job.solution.file,
        module=job.solution.module,
        source=job.source,
        cell=job.cell,
        full_python=job.interpreter.full,
        outcome=Outcome.FAILED if job.blocked else Outcome.PASSED,
        grade=Grade.HOST,
        when=NOW,
        toolcrib="0.1.0",
        blocked=job.blocked,
        lock=lock,
        exit=int(job.blocked),
        output_sha256="0" * 64,
        reason=BARRED if job.blocked else "",
        peak_memory=10_000_000,
        memory_held_by="watchdog",
        root="0" * 16,
    )

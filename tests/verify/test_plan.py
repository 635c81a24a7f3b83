"""What is due, and why."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from toolcrib.model.catalog import Catalog
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.receipt import BARRED, Grade, Outcome, Receipt
from toolcrib.model.task import Solution, Task, TaskFiles
from toolcrib.verify.plan import Job, Plan, Selection, allows, make_plan
from toolcrib.verify.room import Interpreter

NOW = datetime(2026, 11, 20, tzinfo=UTC)
JSON = ModuleId("std:json")
PYTHONS = tuple(
    Interpreter(path=Path(f"/usr/bin/python{v}"), prefix=Path("/usr"), full=f"{v}.1")
    for v in ("3.11", "3.12", "3.13")
)


def catalog(requires: str = ">=3.11", code: str = "import json") -> Catalog:
    """Return a catalog of one task."""
    solution = Solution(module=JSON, file="with_json.py", code=code, requires_python=requires)
    return Catalog(
        name="test",
        modules={JSON: Module(id=JSON, name="json", purpose="JSON.", categories=("x",))},
        tasks={"t": Task(id="t", title="T", category="x", solutions=(solution,))},
        files={"t": TaskFiles(expected="1\n")},
    )


def receipt(job: Job, **fields: object) -> Receipt:
    """Return the receipt of a job that passed just now, but for some fields."""
    good = Receipt(
        task=job.task.id,
        solution=job.solution.file,
        module=job.solution.module,
        source=job.source,
        cell=job.cell,
        full_python=job.interpreter.full,
        outcome=Outcome.FAILED if job.blocked else Outcome.PASSED,
        grade=Grade.HOST,
        when=NOW,
        toolcrib="0",
        blocked=job.blocked,
        reason=BARRED if job.blocked else "",
    )
    return msgspec.structs.replace(good, **fields)


def plan(content: Catalog, receipts: list[Receipt], **selection: object) -> Plan:
    """Return the plan for a catalog and its receipts."""
    return make_plan(content, receipts, PYTHONS, NOW, Selection(**selection))


def test_all_is_due_at_first() -> None:
    """Without receipts each solution runs on each Python, and once without its module."""
    jobs = plan(catalog(), []).jobs
    assert [(job.cell.python, job.blocked) for job in jobs] == [
        ("3.11", False),
        ("3.12", False),
        ("3.13", False),
        ("3.11", True),
    ]
    assert {job.why for job in jobs} == {"never run"}


def test_nothing_is_due_twice() -> None:
    """With a receipt for each run nothing is due, and the plan says how many hold."""
    receipts = [receipt(job) for job in plan(catalog(), []).jobs]
    assert plan(catalog(), receipts) == Plan(jobs=(), holding=4)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"source": "other"}, "changed since"),
        ({"when": NOW - timedelta(days=31)}, "older than 30 days"),
        ({"grade": Grade.PLAIN}, "ran in no closed room (plain)"),
        ({"outcome": Outcome.OUR_FAULT}, "our fault last time"),
    ],
)
def test_receipt_that_does_not_hold(fields: dict[str, object], why: str) -> None:
    """A run is due again when its receipt says nothing about the solution as it is now."""
    jobs = plan(catalog(), []).jobs
    receipts = [receipt(job) for job in jobs[1:]] + [receipt(jobs[0], **fields)]
    assert [job.why for job in plan(catalog(), receipts).jobs] == [why]


def test_failure_holds_too() -> None:
    """A solution that failed is not run again until something has changed."""
    receipts = [receipt(job, outcome=Outcome.FAILED) for job in plan(catalog(), []).jobs]
    assert plan(catalog(), receipts).jobs == ()


def test_changed_code_is_due() -> None:
    """A change of the program makes all its receipts stale."""
    receipts = [receipt(job) for job in plan(catalog(), []).jobs]
    assert len(plan(catalog(code="import json  # new"), receipts).jobs) == 4


def test_requires_python_is_honoured() -> None:
    """A solution runs only where its header allows."""
    jobs = plan(catalog(">=3.12,<3.13"), []).jobs
    assert [(job.cell.python, job.blocked) for job in jobs] == [("3.12", False), ("3.12", True)]


def test_selection() -> None:
    """Names select tasks and modules; what was asked for again is due though it holds."""
    receipts = [receipt(job) for job in plan(catalog(), []).jobs]
    assert plan(catalog(), [], names=frozenset({"other"})).jobs == ()
    assert len(plan(catalog(), [], names=frozenset({"std:json"})).jobs) == 4
    assert len(plan(catalog(), receipts, names=frozenset({"t"}), again=True).jobs) == 4


@pytest.mark.parametrize(
    ("requires", "version", "allowed"),
    [
        ("", "3.11", True),
        (">=3.11", "3.11", True),
        (">=3.12", "3.11", False),
        (">=3.9.2", "3.11", True),
        (">=3.11,<3.14", "3.14", False),
        ("<=3.12", "3.13", False),
        (">3.11", "3.11", False),
        ("==3.12.*", "3.12", True),
        ("!=3.12.*", "3.12", False),
    ],
)
def test_allows(requires: str, version: str, *, allowed: bool) -> None:
    """The forms of `requires-python` that headers use are understood."""
    assert allows(requires, version) is allowed


def test_failures_that_hold_are_told() -> None:
    """A plan names the receipts that hold and say no good, so that nobody takes them for passed."""
    jobs = plan(catalog(), []).jobs
    receipts = [receipt(job, outcome=Outcome.FAILED) for job in jobs]
    failures = plan(catalog(), receipts).failures
    assert [failure.cell.python for failure in failures] == ["3.11", "3.12", "3.13"]

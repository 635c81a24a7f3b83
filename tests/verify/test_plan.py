"""What is due, and why."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from toolcrib.model.catalog import Catalog
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.receipt import BARRED, EMSCRIPTEN, Grade, Outcome, Receipt
from toolcrib.model.task import Run, Solution, Task, TaskFiles
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


def test_receipt_of_another_module_is_no_obstacle() -> None:
    """A solution that was of another module before has receipts of both; the new ones count."""
    jobs = plan(catalog(), []).jobs
    old = [receipt(job, source="old", module=ModuleId("std:csv")) for job in jobs]
    assert plan(catalog(), old).holding == 0
    assert plan(catalog(), old + [receipt(job) for job in jobs]).jobs == ()


@pytest.mark.parametrize("written", [True, False])
def test_run_without_module_goes_where_it_proves_something(written: bool) -> None:  # noqa: FBT001 -- pytest's
    """On a Python on which the solution fails it is of no use; a cannot install is not written."""
    made = {
        (new := receipt(job)).key: new
        for job in plan(catalog(), []).jobs
        if written or not job.blocked
    }
    for key, good in made.items():
        if good.cell.python == "3.11" and not good.blocked:
            made[key] = msgspec.structs.replace(good, outcome=Outcome.CANNOT_INSTALL)
    (job,) = plan(catalog(), list(made.values())).jobs
    assert (job.cell.python, job.blocked, job.why) == ("3.12", True, "never run")
    assert plan(catalog(), [*made.values(), receipt(job)]).jobs == ()


def test_run_without_module_stays_where_nothing_passes() -> None:
    """Where no Python of this machine is of use, one run without the module is enough, too."""
    jobs = make_plan(catalog(), [], PYTHONS[:1], NOW, Selection()).jobs
    elsewhere = receipt(plan(catalog(), []).jobs[2])
    failed = [receipt(job, outcome=Outcome.FAILED) for job in jobs]
    known = [elsewhere, *failed]
    assert make_plan(catalog(), known, PYTHONS[:1], NOW, Selection()).jobs == ()


def test_run_without_module_moves_from_a_python_that_is_gone() -> None:
    """Where the Python of the run without the module is gone, another one's stands for it."""
    made = {(old := receipt(job, source="old")).key: old for job in plan(catalog(), []).jobs}
    for due in (3, 0):
        jobs = make_plan(catalog(), made.values(), PYTHONS[1:], NOW, Selection()).jobs
        assert len(jobs) == due
        made |= {(new := receipt(job)).key: new for job in jobs}


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


BROWSER = Interpreter(path=Path("/p/python"), prefix=Path("/p"), full="3.14.2", platform=EMSCRIPTEN)


def runs(content: Catalog, *pythons: Interpreter) -> list[tuple[str, bool]]:
    """Return the names of the cells in which a plan has runs, and whether without the module."""
    jobs = make_plan(content, [], pythons, NOW, Selection()).jobs
    return [(job.cell.name, job.blocked) for job in jobs]


def test_browser_is_one_more_place() -> None:
    """What runs in a browser is tried there, too; without its module on this machine alone."""
    assert runs(catalog(), PYTHONS[0], BROWSER) == [
        ("3.11", False),
        ("Pyodide 3.14", False),
        ("3.11", True),
    ]
    assert runs(catalog(), BROWSER) == [("Pyodide 3.14", False)]
    assert runs(catalog("<3.14"), BROWSER) == []


@pytest.mark.parametrize("more", [{"services": ("redis",)}, {"packages": ("libtk8.6",)}])
def test_browser_has_no_more_than_python(more: dict[str, tuple[str, ...]]) -> None:
    """What needs a service or something of a system is not tried in a browser."""
    content = catalog()
    run = Run(args=("a",), stdin="b", exit=1, timeout=5, memory=90)
    task = msgspec.structs.replace(content.tasks["t"], run=run)
    content = msgspec.structs.replace(content, tasks={"t": task})
    assert runs(content, BROWSER) == [("Pyodide 3.14", False)]
    task = msgspec.structs.replace(task, run=msgspec.structs.replace(run, **more))
    content = msgspec.structs.replace(content, tasks={"t": task})
    assert runs(content, BROWSER) == []


def test_browser_is_no_python_of_this_machine() -> None:
    """A receipt of one platform does not hold on the other, be the version the same."""
    same = Interpreter(path=Path("/usr/bin/python3.14"), prefix=Path("/usr"), full="3.14.2")
    native = make_plan(catalog(), [], (same,), NOW, Selection()).jobs
    receipts = [receipt(job) for job in native]
    jobs = make_plan(catalog(), receipts, (same, BROWSER), NOW, Selection()).jobs
    assert [job.label for job in jobs] == ["t/with_json.py on Pyodide 3.14"]


def test_privileged_rooms_are_as_tight_as_can_be() -> None:
    """What ran in a privileged room is not due again because other rooms are tighter."""
    jobs = plan(catalog(), []).jobs
    receipts = [receipt(job, grade=Grade.PRIVILEGED) for job in jobs]
    grades = {job.cell: Grade.FULL for job in jobs}
    assert plan(catalog(), receipts, grades=grades).jobs == ()
    assert plan(catalog(), [receipt(job) for job in jobs], grades=grades).jobs

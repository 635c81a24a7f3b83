"""What is to be run, and why; pure."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from toolcrib.model.catalog import Catalog
from toolcrib.model.receipt import CLOSED, SAYS_NOTHING, Cell, Receipt
from toolcrib.model.task import Solution, Task, source_digest
from toolcrib.model.value import Value
from toolcrib.verify.room import Interpreter

FRESH = timedelta(days=30)


class Job(Value, frozen=True, kw_only=True):
    """One run to be done, and why."""

    task: Task
    solution: Solution
    interpreter: Interpreter
    cell: Cell
    source: str
    blocked: bool
    why: str

    @property
    def label(self) -> str:
        """Return a name for people: `read-a-yaml-config/pyyaml.py on 3.12`."""
        blocked = f" without {self.solution.module}" if self.blocked else ""
        return f"{self.task.id}/{self.solution.file} on {self.interpreter.version}{blocked}"


class Selection(Value, frozen=True, kw_only=True):
    """What is wanted of a plan: tasks and modules by id, or all; also what holds already.

    `locks` are today's, by task, solution and Python: a receipt of another one is due.
    """

    names: frozenset[str] = frozenset()
    again: bool = False
    locks: dict[tuple[str, str, str], str] = {}  # noqa: RUF012 -- msgspec copies the default


class Plan(Value, frozen=True, kw_only=True):
    """All jobs, how many runs have a receipt that still holds, and which of those say no good."""

    jobs: tuple[Job, ...]
    holding: int
    failures: tuple[Receipt, ...] = ()


def make_plan(
    catalog: Catalog,
    receipts: Iterable[Receipt],
    interpreters: tuple[Interpreter, ...],
    now: datetime,
    selection: Selection,
) -> Plan:
    """List the runs that have no valid, fresh receipt.

    Each solution is run on each Python that it allows, and once with its own module blocked.

    Args:
        catalog: The content.
        receipts: All receipts there are.
        interpreters: The Pythons of this machine.
        now: The present time.
        selection: Which of it is wanted.
    """
    known = {receipt.key: receipt for receipt in receipts}
    jobs, holding = [], []
    for task, solution in selected(catalog, selection.names):
        source = source_digest(task, solution, catalog.files[task.id])
        for interpreter, blocked in _runs(solution, interpreters):
            cell = Cell(python=interpreter.version, implementation=interpreter.implementation)
            receipt = known.get((task.id, solution.file, cell, blocked))
            why = "asked for again" if selection.again else reason(receipt, source, now)
            today = selection.locks.get((task.id, solution.file, interpreter.version), "")
            if receipt and not why and today and today != receipt.lock:
                why = "newer distributions"
            if not why:
                holding += [receipt] if receipt else []
                continue
            jobs.append(
                Job(
                    task=task,
                    solution=solution,
                    interpreter=interpreter,
                    cell=cell,
                    source=source,
                    blocked=blocked,
                    why=why,
                )
            )
    failures = tuple(receipt for receipt in holding if not receipt.is_good)
    return Plan(jobs=tuple(jobs), holding=len(holding), failures=failures)


def reason(receipt: Receipt | None, source: str, now: datetime) -> str:
    """Return why a run is due, or nothing while its receipt holds."""
    if receipt is None:
        return "never run"
    if receipt.source != source:
        return "changed since"
    if receipt.grade not in CLOSED:
        return f"ran in no closed room ({receipt.grade})"
    if receipt.outcome in SAYS_NOTHING:
        return f"{receipt.outcome} last time"
    if now - receipt.when > FRESH:
        return f"older than {FRESH.days} days"
    return ""


def selected(catalog: Catalog, names: frozenset[str]) -> Iterator[tuple[Task, Solution]]:
    """Yield the solutions that are named by task or module; all of them without names."""
    for task in catalog.tasks.values():
        for solution in task.solutions:
            if not names or names & {task.id, solution.module}:
                yield task, solution


def _runs(
    solution: Solution, interpreters: tuple[Interpreter, ...]
) -> Iterator[tuple[Interpreter, bool]]:
    allowed = [i for i in interpreters if allows(solution.requires_python, i.version)]
    yield from ((interpreter, False) for interpreter in allowed)
    yield from ((interpreter, True) for interpreter in allowed[:1])


def allows(requires_python: str, version: str) -> bool:
    """Tell whether a `requires-python` of the forms `>=3.11` and `>=3.11,<3.14` admits X.Y."""
    have = _numbers(version)
    for part in filter(None, (p.strip() for p in requires_python.split(","))):
        sign = part.rstrip("0123456789.*").strip()
        limit = _numbers(part.removeprefix(sign))[: len(have)]
        tests = {
            ">=": have >= limit,
            "<": have < limit,
            "<=": have <= limit,
            ">": have > limit,
            "==": have == limit,
            "!=": have != limit,
        }
        if not tests.get(sign, True):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.strip().split(".") if part.isdigit())

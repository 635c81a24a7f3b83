"""What is to be run, and why; pure."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from toolcrib.model.catalog import Catalog
from toolcrib.model.receipt import PROVING, SAYS_NOTHING, Cell, Grade, Receipt
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
    def key(self) -> tuple[str, str, Cell, bool]:
        """What tells it from all others, as the key of its receipt does."""
        return (self.task.id, self.solution.file, self.cell, self.blocked)

    @property
    def label(self) -> str:
        """Return a name for people: `read-a-yaml-config/pyyaml.py on 3.12`."""
        blocked = f" without {self.solution.module}" if self.blocked else ""
        return f"{self.task.id}/{self.solution.file} on {self.cell.name}{blocked}"


class Selection(Value, frozen=True, kw_only=True):
    """What is wanted of a plan: tasks and modules by id, or all; also what holds already.

    `stale` leaves out what was never run, `only_blocked` all but the runs without the module.
    `locks` are today's, by task, solution and cell: a receipt of another one is due. `grades` and
    `roots` are those of today's rooms, by cell.
    """

    names: frozenset[str] = frozenset()
    again: bool = False
    stale: bool = False
    only_blocked: bool = False
    grades: dict[Cell, Grade] = {}  # noqa: RUF012 -- msgspec copies the default
    roots: dict[Cell, str] = {}  # noqa: RUF012 -- the same
    locks: dict[tuple[str, str, Cell], str] = {}  # noqa: RUF012 -- msgspec copies the default


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

    Each solution is run on each Python that it allows, and once with its own module blocked, on a
    Python of this machine. In a browser there is nothing but Python: what needs more is not tried.

    Args:
        catalog: The content.
        receipts: All receipts there are.
        interpreters: The Pythons of this machine.
        now: The present time.
        selection: Which of it is wanted.
    """
    known: dict[tuple[str, str], list[Receipt]] = {}
    for written in receipts:
        known.setdefault((written.task, written.solution), []).append(written)
    jobs, holding = [], []
    for task, solution in selected(catalog, selection.names):
        source = source_digest(task, solution, catalog.files[task.id])
        tried = tuple(i for i in interpreters if can_be_tried(task, solution, i))
        made = known.get((task.id, solution.file), [])
        # There may be several: of another module before this one, or without it on other Pythons.
        made.sort(key=lambda r: (reason(r, source, now) != "", not r.is_good))
        for interpreter, earlier in _runs(tried, made):
            blocked, receipt = earlier
            job = Job(
                task=task,
                solution=solution,
                interpreter=interpreter,
                cell=interpreter.cell,
                source=source,
                blocked=blocked,
                why=_why(receipt, source, now, selection),
            )
            if receipt and not job.why:
                holding.append(receipt)
            elif (receipt or not selection.stale) and (blocked or not selection.only_blocked):
                jobs.append(job)
    failures = tuple(receipt for receipt in holding if not receipt.is_good)
    return Plan(jobs=tuple(jobs), holding=len(holding), failures=failures)


def _why(receipt: Receipt | None, source: str, now: datetime, selection: Selection) -> str:
    """Return why a run is due in a selection, or nothing while its receipt holds."""
    if selection.again:
        return "asked for again"
    why = reason(receipt, source, now)
    if why or receipt is None:
        return why
    cell = receipt.cell
    today = selection.locks.get((receipt.task, receipt.solution, cell), "")
    if today and today != receipt.lock:
        return "newer distributions"
    if _is_tighter(selection.grades.get(cell), receipt.grade):
        return f"ran in a room of grade {receipt.grade}"
    if not receipt.is_good and selection.roots.get(cell, receipt.root) != receipt.root:
        return f"{receipt.outcome} in another system"
    return ""


def _is_tighter(grade: Grade | None, other: Grade) -> bool:
    order = tuple(Grade)
    if grade is None or other is Grade.PRIVILEGED:
        # What needs a privileged room gets no tighter one.
        return False
    return order.index(grade) < order.index(other)


def reason(receipt: Receipt | None, source: str, now: datetime) -> str:
    """Return why a run is due, or nothing while its receipt holds."""
    if receipt is None:
        return "never run"
    if receipt.source != source:
        return "changed since"
    if receipt.grade not in PROVING:
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
    tried: tuple[Interpreter, ...], made: list[Receipt]
) -> Iterator[tuple[Interpreter, tuple[bool, Receipt | None]]]:
    """Yield on which Pythons a solution is run, with the receipt of that; last without its module.

    Without its module one run is enough, on any Python of this machine, but it proves nothing where
    the solution does not pass: the first one that was made where it does stands for it.
    """
    for interpreter in tried:
        cell = interpreter.cell
        yield interpreter, (False, _first(r for r in made if r.cell == cell and not r.blocked))
    native = [i for i in tried if not i.cell.in_browser]
    barred = [r for r in made if r.blocked]
    whole = (r for r in made if not r.blocked)
    may_pass = {r.cell for r in whole if r.is_good or r.outcome in SAYS_NOTHING}
    if proving := [r for r in barred if r.cell in may_pass]:
        barred = proving
    elif useful := [i for i in native if i.cell in may_pass]:
        native, barred = useful, []
    where = [i for r in barred[:1] for i in native if i.version == r.cell.python]
    for interpreter in (where or native)[:1]:
        yield interpreter, (True, _first(barred))


def _first(receipts: Iterable[Receipt]) -> Receipt | None:
    return next(iter(receipts), None)


def can_be_tried(task: Task, solution: Solution, interpreter: Interpreter) -> bool:
    """Tell whether an interpreter is one for a solution: by its version, and by its platform."""
    there = not interpreter.cell.in_browser or task.run.is_portable
    return there and allows(solution.requires_python, interpreter.version)


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

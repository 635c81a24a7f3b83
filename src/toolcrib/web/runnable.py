"""Which solutions run in the reader's browser, and what the browser is given of each task."""

from collections.abc import Iterable, Iterator

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.model.receipt import PROVING, SAYS_NOTHING, Outcome, Receipt
from toolcrib.model.task import Output, Solution, Task, TaskFiles, source_digest
from toolcrib.model.value import Value
from toolcrib.verify.room import PICTURE_LIMIT, Limits
from toolcrib.verify.sandbox import ENVIRONMENT, HOME, SETTINGS, TASK_FOLDER, USER

_ENVIRONMENT = {"HOME": HOME, "USER": USER, "TMPDIR": "/tmp", **SETTINGS}  # noqa: S108 -- a place in the browser's own file system


_PATIENCE = 3
"""How many times the task's limit a reader's machine gets: it compiles what it imports, too."""


class Runnable(Value, frozen=True, kw_only=True):
    """A solution that passed in a browser; `lock` is the digest of what it needs, if anything.

    `python` is the version that it passed on.
    """

    task: str
    file: str
    python: str
    lock: str = ""


class Program(Value, frozen=True, kw_only=True):
    """A solution as the browser gets it: addresses of archives are relative to the site's root.

    `packages` are names of Pyodide's own. Where `proven` is false, no run of it on this Python of a
    browser is known.
    """

    code: str
    archives: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    proven: bool = True


class Sheet(Value, frozen=True, kw_only=True):
    """All that the browser needs to run the solutions of a task, and to judge what they print.

    `settings` is how the room of a run looks to a program; times in seconds, limits in bytes;
    input files are Base64.
    """

    task: str
    programs: dict[str, Program]
    inputs: dict[str, bytes]
    expected: str
    args: tuple[str, ...]
    stdin: str
    exit: int
    timeout: int
    output: Output
    folder: str = TASK_FOLDER
    executable: str = f"{ENVIRONMENT}/bin/python"
    environment: dict[str, str] = msgspec.field(default_factory=lambda: dict(_ENVIRONMENT))
    output_limit: int = Limits().output
    picture_limit: int = PICTURE_LIMIT


def runnable(bundle: Bundle) -> Iterator[Runnable]:
    """Yield the solutions whose newest word from a browser is that they pass, task by task."""
    for task, solution, files in _portable(bundle):
        receipt = _passed(_in_browser(bundle, task, solution, files))
        if receipt:
            yield Runnable(
                task=task.id, file=solution.file, python=receipt.cell.python, lock=receipt.lock
            )


def untried(bundle: Bundle) -> Iterator[tuple[Task, Solution]]:
    """Yield the solutions of which a browser's word is only that nothing could be installed."""
    for task, solution, files in _portable(bundle):
        words = {r.outcome for r in _in_browser(bundle, task, solution, files)} - SAYS_NOTHING
        if words <= {Outcome.CANNOT_INSTALL} and solution.dependencies:
            yield task, solution


def sheet(bundle: Bundle, task: Task, programs: dict[str, Program]) -> Sheet:
    """Return what the browser needs for some solutions of a task."""
    files = bundle.files(task.id)
    return Sheet(
        task=task.id,
        programs=programs,
        inputs=files.inputs,
        expected=files.expected,
        args=task.run.args,
        stdin=task.run.stdin,
        exit=task.run.exit,
        timeout=_PATIENCE * task.run.timeout,
        output=task.output,
    )


def _portable(bundle: Bundle) -> Iterator[tuple[Task, Solution, TaskFiles]]:
    for task in bundle.tasks():
        if task.run.is_portable:
            files = bundle.files(task.id)
            yield from ((task, solution, files) for solution in bundle.solutions(task.id))


def _in_browser(
    bundle: Bundle, task: Task, solution: Solution, files: TaskFiles
) -> tuple[Receipt, ...]:
    """Return the receipts of a solution as it is now, from a browser's Python."""
    found = [
        receipt
        for receipt in bundle.receipts(task.id, solution.file)
        if receipt.cell.in_browser and not receipt.blocked and receipt.grade in PROVING
    ]
    digest = source_digest(task, solution, files) if found else ""
    return tuple(receipt for receipt in found if receipt.source == digest)


def _passed(receipts: Iterable[Receipt]) -> Receipt | None:
    newest = max(receipts, key=lambda receipt: receipt.when, default=None)
    return newest if newest and newest.is_good else None

"""`crib verify`: prove, accept, lint."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import click

from toolcrib.cli.output import echo, talk
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.receipt import SAYS_NOTHING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from toolcrib.app.verify import Verification
    from toolcrib.model.receipt import Receipt

_SHOWN = 20


@click.command(name="verify")
@click.argument("names", nargs=-1, metavar="[TASK|MODULE]...")
@click.option("--catalog", metavar="DIR", default=None, help="A catalog's folder; else your own.")
@click.option("--python", "pythons", multiple=True, metavar="X.Y", help="Only this Python.")
@click.option("--again", is_flag=True, help="Run also what has a receipt that holds.")
@click.option("--latest", is_flag=True, help="Resolve all distributions anew.")
@click.option("--accept", is_flag=True, help="Take what TASK prints now as its expected output.")
@click.option("--lint", is_flag=True, help="Check the content; run solutions without their module.")
@click.option("--dry-run", is_flag=True, help="Say what would be run, and why.")
@click.option("--jobs", "-j", type=click.IntRange(1, 400), default=None, help="Runs at a time.")
def command(  # noqa: PLR0913 -- one parameter for each option
    *,
    names: tuple[str, ...],
    catalog: str | None,
    pythons: tuple[str, ...],
    again: bool,
    latest: bool,
    accept: bool,
    lint: bool,
    dry_run: bool,
    jobs: int | None,
) -> int:
    """Run what has no valid, fresh receipt on every supported Python, and write the receipts.

    \b
    Examples:
      crib verify                          all that is due
      crib verify read-a-yaml-config       one task
      crib verify pypi:pyyaml --again      a module's solutions, in any case
      crib verify my-task --accept         show the difference, write the expected output
      crib verify --lint                   check the content
    """
    from toolcrib.app.catalogs import editable_catalog
    from toolcrib.app.clock import utc_now
    from toolcrib.app.verify import Verification, VerifyWish

    folder = editable_catalog(catalog)
    if accept:
        return _accept(folder, names)
    faults = _lint(folder) if lint else 0
    wish = VerifyWish(
        catalog=folder,
        names=names,
        again=again,
        latest=latest,
        only_blocked=lint,
        pythons=pythons,
        jobs=jobs or 0,
    )
    verification = Verification(wish, utc_now)
    status = _explain(verification) if dry_run else _verify(verification)
    return max(status, ExitCode.FOUND if faults else ExitCode.OK)


def _lint(folder: Path) -> int:
    from toolcrib.app.lint import lint

    faults = lint(folder)
    for fault in faults:
        echo(f"{fault.place}: {fault.code} {fault.message}")
    echo(f"content: {len(faults)} faults" if faults else "content: no faults")
    return len(faults)


def _accept(folder: Path, names: tuple[str, ...]) -> int:
    from toolcrib.app.author import accept, try_task

    if not names:
        raise click.UsageError("--accept needs the name of a task")
    for name in names:
        acceptance, printed = try_task(folder, name)
        if not acceptance.difference:
            echo(f"{name}: prints what is expected; nothing to accept")
            continue
        for line in acceptance.difference:
            echo(line, fg={"+": "green", "-": "red"}.get(line[:1]))
        accept(acceptance, printed)
        echo(f"{name}: written to expected.txt, and marked as captured in task.toml")
    return ExitCode.OK


def _explain(verification: Verification) -> int:
    for job in verification.plan.jobs:
        echo(f"{job.label}: {job.why}")
    echo(f"{len(verification.plan.jobs)} runs are due, {verification.plan.holding} receipts hold")
    return ExitCode.OK


def _verify(verification: Verification) -> int:
    jobs, holding = verification.plan.jobs, verification.plan.holding
    pythons = ", ".join(interpreter.full for interpreter in verification.interpreters)
    failures = verification.plan.failures
    if not jobs and not holding:
        raise UsageError(f"nothing that was asked for runs on Python {pythons}", "crib list")
    if not jobs:
        echo(f"Nothing to run: all {holding} receipts hold (Python {pythons}).")
        _tell(failures)
        return ExitCode.FOUND if failures else ExitCode.OK
    talk(f"{len(jobs)} runs are due, {holding} receipts hold; Python {pythons}")
    with closing(_with_progress(verification)) as progress:
        receipts = list(progress)
    return _summary(verification, receipts)


def _with_progress(verification: Verification) -> Generator[Receipt]:
    """Do the runs; show a bar where a person watches, else a line for each run."""
    import sys

    total = len(verification.plan.jobs)
    if not sys.stderr.isatty():
        for number, (job, receipt) in enumerate(verification.run(), 1):
            talk(f"[{number:{len(str(total))}}/{total}] {_word(receipt)}: {job.label}")
            yield receipt
        return
    from rich.console import Console
    from rich.progress import Progress

    # No thread of its own: runs are forked from a process with one thread.
    with Progress(console=Console(stderr=True), auto_refresh=False) as progress:
        bar = progress.add_task("running", total=total)
        progress.refresh()
        for job, receipt in verification.run():
            if not receipt.is_good:
                progress.console.print(f"{_word(receipt)}: {job.label}", markup=False)
            progress.update(bar, advance=1)
            progress.refresh()
            yield receipt


def _word(receipt: Receipt) -> str:
    if not receipt.blocked or receipt.outcome in SAYS_NOTHING:
        return str(receipt.outcome)
    return "needs its module" if receipt.is_good else f"{receipt.outcome} WITHOUT its module"


def _summary(verification: Verification, receipts: list[Receipt]) -> int:
    bad = [receipt for receipt in (*receipts, *verification.plan.failures) if not receipt.is_good]
    _tell(bad)
    skipped = {(s.job.task.id, s.reason, s.mend) for s in verification.skipped}
    for task, reason, mend in sorted(skipped):
        echo(f"skipped: {task}: {reason}; {mend}")
    counts = Counter(_word(receipt) for receipt in receipts)
    if verification.skipped:
        counts["skipped"] = len(verification.skipped)
    echo(", ".join(f"{count} {word}" for word, count in counts.most_common()))
    if verification.skipped or any(receipt.outcome in SAYS_NOTHING for receipt in receipts):
        return ExitCode.UNFINISHED
    return ExitCode.FOUND if bad else ExitCode.OK


def _tell(failures: Iterable[Receipt]) -> None:
    """Say of each failed run where it was, why, and the end of what it printed."""
    told = ""
    for receipt in failures:
        place = f"{receipt.task}/{receipt.solution} on {receipt.cell.python}"
        said = receipt.reason + receipt.output
        if said and said == told:
            echo(f"{_word(receipt)}: {place}, for the same reason", fg="red")
            continue
        told = said
        echo()
        echo(f"{_word(receipt)}: {place}", fg="red")
        for line in (
            *receipt.reason.splitlines()[-_SHOWN:],
            *receipt.output.splitlines()[-_SHOWN:],
        ):
            echo(f"  {line}")

"""`crib verify`: prove, accept, lint."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from toolcrib.cli import measured
from toolcrib.cli.output import echo, echo_json, format_option, talk
from toolcrib.cli.progress import with_progress, word
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.receipt import SAYS_NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolcrib.app.measure import MeasureWish
    from toolcrib.app.verify import Verification
    from toolcrib.catalog.check import Fault
    from toolcrib.model.receipt import Receipt

_SHOWN = 20


@click.command(name="verify")
@click.argument("names", nargs=-1, metavar="[TASK|MODULE]...")
@click.option("--catalog", metavar="DIR", default=None, help="A catalog's folder; else your own.")
@click.option("--python", "pythons", multiple=True, metavar="X.Y", help="Only it, or pyodide.")
@click.option("--again", is_flag=True, help="Run also what has a receipt that holds.")
@click.option("--stale", is_flag=True, help="Only what has a receipt that no longer holds.")
@click.option("--flaky-check", "twice", is_flag=True, help="Run all twice, with other hash seeds.")
@click.option("--latest", is_flag=True, help="Resolve all distributions anew.")
@click.option("--accept", is_flag=True, help="Take what TASK prints now as its expected output.")
@click.option("--lint", is_flag=True, help="Check the content; run solutions without their module.")
@click.option("--measure", is_flag=True, help="Measure a task's solutions beside one another.")
@click.option("--dry-run", is_flag=True, help="Say what would be run, and why.")
@click.option("--keep", is_flag=True, help="Keep environments of more than 300 MB, too.")
@click.option("--system", metavar="NAME", default="", help="Root file system: host, debian-12 …")
@click.option("--jobs", "-j", type=click.IntRange(0, 400), default=0, help="Runs at a time.")
@click.option("--scheduler", metavar="URL", default="", help="Run on this Dask cluster's workers.")
@click.option(
    "--patience",
    metavar="SECONDS",
    type=click.IntRange(min=1),
    default=30,
    help="How long to wait for workers.",
)
@click.option("--privileged", is_flag=True, help="Let container engines run; shown as a grade.")
@format_option
def command(  # noqa: PLR0913 -- one parameter for each option that is not only handed on
    *,
    names: tuple[str, ...],
    catalog: str | None,
    accept: bool,
    lint: bool,
    measure: bool,
    dry_run: bool,
    form: str,
    **wished: Any,  # noqa: ANN401 -- the options that are named as the fields of the wish
) -> int:
    """Run what has no valid, fresh receipt on every supported Python, and write the receipts.

    \b
    Examples:
      crib verify                          all that is due
      crib verify read-a-yaml-config       one task
      crib verify pypi:pyyaml --again      a module's solutions, in any case
      crib verify my-task --accept         show the difference, write the expected output
      crib verify --lint                   check the content
      crib verify --measure                times and memory, for `crib compare`
      crib verify --scheduler tcp://host:8786    on other machines (docs/scale.md)
    """
    from toolcrib.app.catalogs import editable_catalog
    from toolcrib.app.clock import utc_now
    from toolcrib.app.verify import Verification, VerifyWish

    if wished["scheduler"] and wished["jobs"]:
        raise click.UsageError("--jobs is for this machine: workers say how many runs they do")
    folder = editable_catalog(catalog)
    if measure:
        taken = {option: wished.pop(option) for option in ("pythons", "system", "privileged")}
        _require_alone("measuring", dry_run, accept, lint, **wished)
        return _measure(_measure_wish(folder, names, **taken), as_json=form == "json")
    if accept:
        taken = {"privileged": wished.pop("privileged")}
        _require_alone("accepting", dry_run, lint, form == "json", **wished)
        return _accept(folder, names, **taken)
    faults = _lint(folder, as_json=form == "json") if lint else ()
    wish = VerifyWish(catalog=folder, names=names, only_blocked=lint, **wished)
    verification = Verification(wish, utc_now)
    tell = _explain if dry_run else _verify
    status = tell(verification, faults, as_json=form == "json")
    return max(status, ExitCode.FOUND if faults else ExitCode.OK)


def _require_alone(what: str, *others: bool, patience: int, **wished: object) -> None:
    """Go on only without options that would be passed over; `patience` always has a value.

    Raises:
        UsageError: There is one.
    """
    del patience
    if any(others) or any(wished.values()):
        raise UsageError(f"{what} is a run of its own", "leave the other options out")


def _lint(folder: Path, *, as_json: bool) -> tuple[Fault, ...]:
    from toolcrib.app.lint import lint

    faults = lint(folder)
    if not as_json:
        for fault in faults:
            echo(f"{fault.place}: {fault.code} {fault.message}")
        echo(f"content: {len(faults)} faults" if faults else "content: no faults")
    return faults


def _accept(folder: Path, names: tuple[str, ...], *, privileged: bool) -> int:
    from toolcrib.app.author import accept, try_task

    if not names:
        raise click.UsageError("--accept needs the name of a task")
    for name in names:
        acceptance, printed = try_task(folder, name, may=privileged)
        if not acceptance.difference:
            echo(f"{name}: prints what is expected; nothing to accept")
            continue
        for line in acceptance.difference:
            echo(line, fg={"+": "green", "-": "red"}.get(line[:1]))
        accept(acceptance, printed)
        echo(f"{name}: written to expected.txt, and marked as captured in task.toml")
    return ExitCode.OK


def _measure_wish(
    folder: Path, names: tuple[str, ...], *, pythons: tuple[str, ...], system: str, privileged: bool
) -> MeasureWish:
    from toolcrib.app.measure import MeasureWish

    if len(pythons) > 1:
        raise UsageError("what is compared is measured on one Python", "name one with --python")
    return MeasureWish(
        catalog=folder,
        names=names,
        python="".join(pythons),
        system=system,
        privileged=privileged,
    )


def _measure(wish: MeasureWish, *, as_json: bool) -> int:
    from toolcrib.app.clock import utc_now
    from toolcrib.app.measure import Measuring

    measuring = Measuring(wish, utc_now)
    count = len(measuring.tasks)
    what = "1 task is" if count == 1 else f"{count} tasks are"
    talk(f"{what} to be measured; nothing else should run here meanwhile")
    done = []
    for task in measuring.run():
        done.append(task)
        for line in () if as_json else measured.report(task):
            echo(line)
    if as_json:
        echo_json({"measured": done})
    left_out = [each for task in done for each in task.left_out]
    if any(each.mend for each in left_out):
        return ExitCode.UNFINISHED
    return ExitCode.FOUND if left_out else ExitCode.OK


def _explain(verification: Verification, faults: tuple[Fault, ...], *, as_json: bool) -> int:
    jobs, holding = verification.plan.jobs, verification.plan.holding
    if as_json:
        due = [
            {
                "task": job.task.id,
                "solution": job.solution.file,
                "module": job.solution.module,
                "cell": job.cell,
                "blocked": job.blocked,
                "why": job.why,
            }
            for job in jobs
        ]
        echo_json({"due": due, "holding": holding, "faults": faults})
        return ExitCode.OK
    for job in jobs:
        echo(f"{job.label}: {job.why}")
    echo(f"{len(jobs)} runs are due, {holding} receipts hold")
    return ExitCode.OK


def _verify(verification: Verification, faults: tuple[Fault, ...], *, as_json: bool) -> int:
    jobs, holding = verification.plan.jobs, verification.plan.holding
    pythons = ", ".join(interpreter.name for interpreter in verification.interpreters)
    place = f"Python {pythons} in {verification.place}"
    if not jobs and not holding and not verification.is_stale_only:
        raise UsageError(f"nothing that was asked for runs on {place}", "crib list")
    receipts: list[Receipt] = []
    if jobs:
        talk(f"{len(jobs)} runs are due, {holding} receipts hold; {place}")
        with closing(with_progress(verification)) as progress:
            receipts = list(progress)
    if as_json:
        _print_json(verification, receipts, faults)
    elif jobs:
        _print_summary(verification, receipts)
    else:
        echo(f"Nothing to run: all {holding} receipts hold ({place}).")
        _tell(filter(_is_fault, verification.plan.failures))
    return _status(verification, receipts)


def _status(verification: Verification, receipts: list[Receipt]) -> int:
    if verification.queue.skipped or any(r.outcome in SAYS_NOTHING for r in receipts):
        return ExitCode.UNFINISHED
    bad = any(map(_is_fault, (*receipts, *verification.plan.failures)))
    return ExitCode.FOUND if bad else ExitCode.OK


def _is_fault(receipt: Receipt) -> bool:
    """Tell whether a receipt calls for somebody; needing more than a browser is no fault."""
    return not receipt.is_good and not receipt.is_beyond_browser


def _counts(verification: Verification, receipts: list[Receipt]) -> Counter[str]:
    counts = Counter(word(receipt) for receipt in receipts)
    if verification.queue.skipped:
        counts["skipped"] = len(verification.queue.skipped)
    return counts


def _print_json(
    verification: Verification, receipts: list[Receipt], faults: tuple[Fault, ...]
) -> None:
    skipped = [
        {
            "task": skip.job.task.id,
            "solution": skip.job.solution.file,
            "cell": skip.job.cell,
            "reason": skip.reason,
            "mend": skip.mend,
        }
        for skip in verification.queue.skipped
    ]
    echo_json(
        {
            "system": verification.place,
            "pythons": [interpreter.name for interpreter in verification.interpreters],
            "counts": _counts(verification, receipts),
            "holding": verification.plan.holding,
            "runs": receipts,
            "failures": verification.plan.failures,
            "skipped": skipped,
            "faults": faults,
        }
    )


def _print_summary(verification: Verification, receipts: list[Receipt]) -> None:
    _tell(filter(_is_fault, (*receipts, *verification.plan.failures)))
    skipped: dict[tuple[str, str], set[str]] = {}
    for one in verification.queue.skipped:
        skipped.setdefault((one.reason, one.mend), set()).add(one.job.task.id)
    for (reason, mend), tasks in sorted(skipped.items()):
        what = f"{len(tasks)} tasks" if len(tasks) > 1 else "".join(tasks)
        echo(f"skipped: {what}: {reason}; {mend}")
    counts = _counts(verification, receipts)
    echo(", ".join(f"{count} {what}" for what, count in counts.most_common()))
    if apart := sum(receipt.is_beyond_browser for receipt in receipts):
        echo(f"{apart} of these do not run in a browser, which is no fault of theirs")


def _tell(failures: Iterable[Receipt]) -> None:
    """Say of each failed run where it was, why, and the end of what it printed."""
    told = ""
    for receipt in failures:
        place = f"{receipt.task}/{receipt.solution} on {receipt.cell.name}"
        said = receipt.reason + receipt.output
        if said and said == told:
            echo(f"{word(receipt)}: {place}, for the same reason", fg="red")
            continue
        told = said
        echo()
        echo(f"{word(receipt)}: {place}", fg="red")
        for line in (
            *receipt.reason.splitlines()[-_SHOWN:],
            *receipt.output.splitlines()[-_SHOWN:],
        ):
            echo(f"  {line}")

"""`crib check`: what is wrong in a list of modules."""

import sys
from pathlib import Path

import click

from toolcrib.app.check import Checked, Text, check, load
from toolcrib.app.clock import utc_now
from toolcrib.app.examples import Runner
from toolcrib.cli import page
from toolcrib.cli.output import plain, plain_json, talk
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.example import ExampleOutcome
from toolcrib.model.finding import Level
from toolcrib.report import FORMATS

_JSON = ("json", "sarif")
_SEVERITY = {"error": (Level.ERROR,), "warning": (Level.ERROR, Level.WARNING), "never": ()}


@click.command("check")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.name for form in FORMATS]),
    default=FORMATS[0].name,
    help="How to print the result.",
)
@click.option("--offline", is_flag=True, help="Do not ask the package index.")
@click.option("--strict", is_flag=True, help="Status 3 if something was left unchecked.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    help="The level from which on a finding gives status 1.",
)
@click.option(
    "--target", metavar="X.Y", default="", help="The Python to judge for; else the newest."
)
@click.option("--run", "run", is_flag=True, help="Run the examples, in closed rooms.")
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --run: write what was run to a file, a line of JSON each.",
)
def command(  # noqa: PLR0913 -- one parameter an option
    files: tuple[str, ...],
    form: str,
    fail_on: str,
    target: str,
    record: Path | None,
    *,
    offline: bool,
    strict: bool,
    run: bool,
) -> int:
    """Check a list of modules that somebody wrote.

    Markdown, plain text and requirements files are read; - is standard input. Every name is
    identified, and what is wrong is shown with its place and its fix. The package index is asked
    for names that are not known here, unless --offline.

    With --run each example is run as it is written, as a program of its own, in a closed room and
    beside stand-ins for what it connects to, on the Python of --target or the newest here.

    The status is 1 for findings, 2 for wrong usage, 3 where something could not be checked.

    \b
    Examples:
      crib check README.md
      crib check --offline --target 3.13 docs/*.md
      crib check --format json --fail-on warning requirements.txt
      crib check --run README.md
      crib check --run --record runs.jsonl README.md
    """
    if record and not run:
        raise UsageError("--record keeps what --run has run", "add --run")
    texts, wrong = _load(files)
    if not texts:
        return ExitCode.USAGE
    today = utc_now().date().isoformat()
    checked = check(
        texts,
        target,
        today,
        online=not offline,
        run=_runner(target, online=not offline) if run else None,
    )
    if record:
        _record(record, checked)
    write = next(f.write for f in FORMATS if f.name == form)
    result = write(checked.report, page.width())
    click.echo(plain_json(result) if form in _JSON else plain(result), nl=False)
    if offline and checked.report.unchecked:
        number = len(checked.report.unchecked)
        talk(f"crib: {number} left unchecked, as nobody was asked; leave out --offline to ask PyPI")
    if wrong:
        return ExitCode.USAGE
    return _status(checked, fail_on, strict=strict)


def _runner(target: str, *, online: bool) -> Runner:
    from functools import partial

    from toolcrib.app.example_runs import run_examples

    return partial(run_examples, target=target, online=online)


def _record(path: Path, checked: Checked) -> None:
    from toolcrib.app.example_runs import record_examples

    record_examples(path, checked.report.examples)


def _load(files: tuple[str, ...]) -> tuple[list[Text], bool]:
    """Read all files that there are, and say which there are not."""
    texts, wrong = [], False
    for path in dict.fromkeys(files):
        try:
            texts.append(_stdin() if path == "-" else load(path))
        except UsageError as fault:
            talk(f"crib: {fault}\n  {fault.hint}")
            wrong = True
    return texts, wrong


def _stdin() -> Text:
    return Text(path="<stdin>", data=sys.stdin.buffer.read())


def _status(checked: Checked, fail_on: str, *, strict: bool) -> int:
    report = checked.report
    skipped = any(one.outcome is ExampleOutcome.UNCHECKED for one in report.examples)
    if checked.unfinished or (strict and (report.unchecked or skipped)):
        return ExitCode.UNFINISHED
    levels = _SEVERITY.get(fail_on, tuple(Level))
    found = any(finding.level in levels for finding in report.findings)
    return ExitCode.FOUND if found else ExitCode.OK

"""`crib check`: what is wrong in a list of modules."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click
from msgspec import convert

from toolcrib.app.check import Checked, Text, check, load
from toolcrib.app.clock import utc_now
from toolcrib.app.examples import Runner
from toolcrib.app.project import project_settings
from toolcrib.cli import page
from toolcrib.cli.output import plain, plain_json, talk
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.example import ExampleOutcome
from toolcrib.model.finding import Level
from toolcrib.model.value import Value
from toolcrib.report import FORMATS

Judge = Callable[[Sequence[Text]], Checked]

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
    help="The level from which on a finding gives status 1; else error.",
)
@click.option("--target", metavar="X.Y", help="The Python to judge for; else the newest.")
@click.option("--fix", is_flag=True, help="Repair what has one right answer, in place.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--explain", is_flag=True, help="Show every line, and what was made of it and why.")
@click.option("--run", is_flag=True, help="Run the examples, in closed rooms.")
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --run: write what was run to a file, a line of JSON each.",
)
def command(**given: object) -> int:
    """Check a list of modules that somebody wrote.

    Markdown, reStructuredText, HTML, plain text and notebooks are read, requirements files,
    pyproject.toml, Pipfile, setup.cfg and environment.yml; - is standard input. Every name is
    identified, and what is wrong is shown with its place and its fix. The package index is asked
    for names that are not known here, unless --offline.

    With --fix, typing slips, wrong case, old names, import names in place of install names, names
    of Python 2 and mis-decoded characters are repaired in the files, and nothing else is touched.

    With --run each example is run as it is written, as a program of its own, in a closed room and
    beside stand-ins for what it connects to, on the Python of --target or the newest here.

    With --explain each line comes first with what was made of it: which reading won for its list
    and by what score, the names in it and how well they are known, or why it was skipped.

    Levels of rules, target and --fail-on may stand in crib.toml or pyproject.toml, and a comment
    `crib: ignore[TC302] reason` keeps a rule from speaking of a line.

    The status is 1 for findings, 2 for wrong usage, 3 where something could not be checked.

    \b
    Examples:
      crib check README.md
      crib check --offline --target 3.13 docs/*.md
      crib check --diff README.md
      crib check --explain --offline notes.txt
      crib check --format sarif --fail-on warning requirements.txt
      crib check --run --record runs.jsonl README.md
    """
    wanted = convert(given, _Wanted)
    if wanted.record and not wanted.run:
        raise UsageError("--record keeps what --run has run", "add --run")
    if wanted.explain and wanted.form != FORMATS[0].name:
        raise UsageError("--explain is text for people", f"leave out --format {wanted.form}")
    if "-" in wanted.files and wanted.fix:
        raise UsageError("standard input cannot be repaired in place", "take --diff, or name files")
    texts, wrong = _load(wanted.files)
    if not texts:
        return ExitCode.USAGE
    settings = project_settings(Path.cwd()).check
    target = wanted.target or settings.target
    judge = partial(
        check,
        target=target,
        today=utc_now().date().isoformat(),
        online=not wanted.offline,
        levels=settings.rule_levels(),
        run=_runner(target, online=not wanted.offline) if wanted.run else None,
    )
    if wanted.diff:
        return _diff(texts, judge)
    checked = _repaired(texts, judge) if wanted.fix else judge(texts)
    if wanted.record:
        _record(wanted.record, checked)
    _print(checked, wanted)
    if wrong:
        return ExitCode.USAGE
    return _status(checked, wanted.fail_on or settings.fail_on or "error", strict=wanted.strict)


class _Wanted(Value, frozen=True, kw_only=True):
    """What the command line says."""

    files: tuple[str, ...]
    form: str
    fail_on: str | None
    target: str | None
    record: Path | None
    offline: bool
    strict: bool
    fix: bool
    diff: bool
    run: bool
    explain: bool


def _diff(texts: list[Text], judge: Judge) -> int:
    from toolcrib.app.repair import repair

    repairs = repair(texts, judge).repairs
    for one in repairs:
        click.echo(plain(one.diff()), nl=False)
    files = "1 file" if len(repairs) == 1 else f"{len(repairs)} files"
    talk(f"crib: --fix would change {files}" if repairs else "crib: --fix would change nothing")
    return ExitCode.FOUND if repairs else ExitCode.OK


def _repaired(texts: list[Text], judge: Judge) -> Checked:
    from toolcrib.app.repair import repair, write

    found = repair(texts, judge)
    write(found.repairs)
    for one in found.repairs:
        talk(f"crib: repaired {one.path}")
    return found.checked


def _explain(checked: Checked) -> None:
    from toolcrib.report.explanation import explanation

    for one in checked.explained:
        text = explanation(one.path, one.lines, one.accounts, page.width())
        click.echo(plain(text), nl=False)


def _print(checked: Checked, wanted: _Wanted) -> None:
    if wanted.explain:
        _explain(checked)
    write = next(form.write for form in FORMATS if form.name == wanted.form)
    result = write(checked.report, page.width())
    click.echo(plain_json(result) if wanted.form in _JSON else plain(result), nl=False)
    if wanted.offline and checked.report.unchecked:
        number = len(checked.report.unchecked)
        talk(f"crib: {number} left unchecked, as nobody was asked; leave out --offline to ask PyPI")


def _runner(target: str, *, online: bool) -> Runner:
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

"""`crib show`: the page of a module or a task."""

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.app.show import program_of, show
from toolcrib.cli import facts, page
from toolcrib.cli.output import (
    echo,
    echo_file,
    echo_json,
    format_option,
    lang_option,
    paged,
    pager_option,
)
from toolcrib.errors import UsageError
from toolcrib.model.page import ModulePage, Program, TaskPage


@click.command("show")
@click.argument("name")
@click.option("--task", metavar="TASK", default="", help="Of a module, only what does this task.")
@click.option("--code", is_flag=True, help="Only the code: of the task, else of the first one.")
@pager_option
@format_option
@lang_option
def command(  # noqa: PLR0913 -- one argument an option
    name: str, task: str, form: str, lang: str | None, *, code: bool, pager: bool
) -> None:
    """Show what is known of a module or a task.

    A module is named by its id (pypi:pyyaml), its name, or what one imports; a bare name means the
    standard library first, then PyPI. What is longer than the terminal goes through $PAGER;
    programs are in colour there where Pygments is installed (with the extra "run" it is).

    \b
    Examples:
      crib show psutil
      crib show std:json
      crib show read-a-yaml-config
      crib show pyyaml --task read-a-yaml-config --code > read_config.py
    """
    if code and form == "json":
        raise UsageError("--code gives the code alone, and no JSON", "leave out one of the two")
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        shown = show(bundle, name, texts, task)
        _put(shown, texts, form, code=code, pager=pager)


def _put(shown: ModulePage | TaskPage, texts: Texts, form: str, *, code: bool, pager: bool) -> None:
    if form == "json":
        echo_json(shown)
    elif code:
        echo_file(program_of(shown).code)
    else:
        with paged(wanted=pager):
            _print(shown, texts)


def _print(shown: ModulePage | TaskPage, texts: Texts) -> None:
    if isinstance(shown, ModulePage):
        _print_module(shown, texts)
    else:
        _print_task(shown, texts)


def _print_module(shown: ModulePage, texts: Texts) -> None:
    page.heading(f"{shown.name} ({shown.id})")
    page.paragraph(shown.purpose)
    echo()
    if shown.install:
        echo(f"  pip install {shown.install}")
    for name in shown.imports:
        echo(f"  import {name}")
    echo()
    page.fields(
        [
            (texts("Good for"), "; ".join(shown.use_cases)),
            (texts("Not for"), shown.not_for),
            (texts("Pitfall"), shown.pitfall),
            (texts("Stands under"), ", ".join(shown.categories)),
            *facts.told(shown.facts, texts),
        ],
    )
    if shown.alternatives:
        echo()
        page.heading(texts("Alternatives"))
        page.fields([(other.id, other.purpose or "-") for other in shown.alternatives], 2)
    for task in shown.tasks:
        echo()
        page.heading(f"{task.title} ({task.id})")
        echo(f"  {texts.proof(task.program.proof.phrase)}")
        echo()
        page.coloured_program(task.program.solution.code)
    _print_evidence([(task.id, task.program) for task in shown.tasks], texts)
    echo()
    echo(f"crib try {shown.id}")


def _print_task(shown: TaskPage, texts: Texts) -> None:
    task = shown.task
    page.heading(f"{shown.title} ({task.id})")
    page.fields(
        [
            (texts("Stands under"), shown.category),
            (texts("Input"), ", ".join(shown.inputs)),
            (texts("Run with"), " ".join(task.run.args)),
            (texts("Talks to"), ", ".join(task.run.services)),
            (texts("Take first"), shown.programs[0].name if shown.why else ""),
            (texts("Because"), shown.why),
        ]
    )
    for program in shown.programs:
        echo()
        solution = program.solution
        page.heading(f"{program.name} ({solution.module})")
        if solution.dependencies:
            echo(f"  pip install {' '.join(solution.dependencies)}")
        echo(f"  {texts.proof(program.proof.phrase)}")
        echo()
        page.coloured_program(solution.code)
    echo()
    page.heading(texts("Output"))
    echo()
    page.program(shown.expected)
    _print_evidence([(program.name, program) for program in shown.programs], texts)
    echo()
    if task.is_tool:
        echo(f"crib use {task.id} -- {' '.join(task.run.args)}".rstrip())
    echo(f"crib get {task.id} DIR")


def _print_evidence(rows: list[tuple[str, Program]], texts: Texts) -> None:
    """Print what was found on which Python, a row a program and a column a Python."""
    cells = {name: {found.cell: found for found in p.proof.cells} for name, p in rows}
    places = sorted({cell for row in cells.values() for cell in row}, key=lambda cell: cell.order)
    if not places:
        return
    echo()
    page.heading(texts("Evidence"))
    table = [["", *(cell.name for cell in places)]]
    for name, row in cells.items():
        words = [texts(row[cell].word) if cell in row else "-" for cell in places]
        table.append([name, *words])
    page.lines(table)
    newest = max((p.proof for _, p in rows if p.proof.cells), key=lambda proof: proof.when)
    echo(f"  {texts('grade')} {newest.grade}, {newest.when}")

"""`crib compare`: modules side by side."""

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.compare import compare
from toolcrib.app.language import Texts
from toolcrib.cli import measured, page
from toolcrib.cli.output import echo, echo_json, format_option, lang_option
from toolcrib.model.page import Comparison, ModulePage, Program, TaskPage


@click.command("compare")
@click.argument("names", nargs=-1, required=True)
@format_option
@lang_option
def command(names: tuple[str, ...], form: str, lang: str | None) -> None:
    """Set modules side by side on the tasks they share.

    All solutions of a task get the same input and give the same output. One name means a task:
    then all modules that do it are compared.

    \b
    Examples:
      crib compare pyyaml ruamel.yaml
      crib compare check-a-port
    """
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        found = compare(bundle, names, texts)
        if form == "json":
            echo_json(found)
        else:
            _print(found, texts)


def _print(found: Comparison, texts: Texts) -> None:
    _print_modules(found.modules, texts)
    for task in found.tasks:
        echo()
        page.heading(f"{task.title} ({task.task.id})")
        _print_programs(task, texts)
    if not found.tasks:
        echo()
        page.paragraph(texts("They share no task: compare what each is for."))


def _print_modules(modules: tuple[ModulePage, ...], texts: Texts) -> None:
    rows = [
        ("", [f"{m.name} ({m.id})" for m in modules]),
        (texts("Purpose"), [m.purpose for m in modules]),
        (texts("Install"), [m.install or texts("comes with Python") for m in modules]),
        (texts("Good for"), ["; ".join(m.use_cases) for m in modules]),
        (texts("Not for"), [m.not_for for m in modules]),
        (texts("Pitfall"), [m.pitfall for m in modules]),
    ]
    page.columns([row for row in rows if any(row[1])])


def _print_programs(task: TaskPage, texts: Texts) -> None:
    programs = task.programs
    page.columns(
        [
            ("", [p.name for p in programs]),
            (texts("Proof"), [texts.proof(p.proof.phrase) for p in programs]),
            (texts("Lines"), [str(page.code_lines(p.solution.code)) for p in programs]),
            *_weight(programs, texts),
            *_known(measured.rows(programs, texts)),
        ]
    )
    for note in measured.notes(programs, texts):
        page.paragraph(note)
    for program in programs:
        echo()
        echo(f"  {program.name} ({program.solution.file})")
        echo()
        page.program(program.solution.code)


def _weight(programs: tuple[Program, ...], texts: Texts) -> list[measured.Row]:
    installed = [p.measured for p in programs]
    return _known(
        [
            (texts("Distributions"), [str(each.distributions or "-") for each in installed]),
            (texts("Installed size"), [page.size(each.installed_size) for each in installed]),
        ]
    )


def _known(rows: list[measured.Row]) -> list[measured.Row]:
    return [row for row in rows if any(cell != "-" for cell in row[1])]

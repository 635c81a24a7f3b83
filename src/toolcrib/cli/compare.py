"""`crib compare`: modules side by side."""

import click

from toolcrib.app import quantities
from toolcrib.app.bundle import open_bundle
from toolcrib.app.compare import compare
from toolcrib.app.language import Texts
from toolcrib.cli import facts, measured, page
from toolcrib.cli.output import (
    echo,
    echo_json,
    format_option,
    lang_option,
    paged,
    pager_option,
)
from toolcrib.model.page import Comparison, ModulePage, Program, TaskPage


@click.command("compare")
@click.argument("names", nargs=-1, required=True)
@pager_option
@format_option
@lang_option
def command(names: tuple[str, ...], form: str, lang: str | None, *, pager: bool) -> None:
    """Set two to eight modules side by side, and on the tasks they share.

    All solutions of a task get the same input and give the same output. One name means a task:
    then all modules that do it are compared. Who is smaller or faster is said of each figure by
    itself, and only where the difference is none of chance.

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
            with paged(wanted=pager):
                _print(found, texts)


def _print(found: Comparison, texts: Texts) -> None:
    _print_modules(found.modules, texts)
    _print_verdicts(found, texts)
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
    page.columns([*(row for row in rows if any(row[1])), *facts.rows(modules, texts)])
    if day := facts.as_of(modules):
        page.paragraph(texts("What the package index says is as of {}.").format(day))


def _print_verdicts(found: Comparison, texts: Texts) -> None:
    """Print who is smaller or faster on what: first by itself, then on each task."""
    if not found.verdicts:
        return
    names, labels = {m.id: m.name for m in found.modules}, facts.labels(texts)
    titles = {task.task.id: task.title for task in found.tasks}
    echo()
    page.heading(texts("In short"))
    for task in dict.fromkeys(each.task for each in found.verdicts):
        if task:
            page.paragraph(titles[task], 2)
        own = [each for each in found.verdicts if each.task == task]
        said = [(labels[each.figure], facts.verdict(each, names, texts)) for each in own]
        page.fields(said, 4 if task else 2)


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
            (texts("Installed size"), [quantities.size(each.installed_size) for each in installed]),
        ]
    )


def _known(rows: list[measured.Row]) -> list[measured.Row]:
    return [row for row in rows if any(cell != "-" for cell in row[1])]

"""`crib find`: a module for a task in plain words."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.find import LIMIT, find
from toolcrib.app.language import Texts
from toolcrib.catalog.asked import asked_name
from toolcrib.catalog.bundle import Bundle
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option, lang_option, talk
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.hit import Answer, Hit

if TYPE_CHECKING:
    from toolcrib.app.filters import Filters
    from toolcrib.model.task import Solution

_LINES, _FEW_LINES = 30, 4
"""So many lines are shown of the first hit's program at most, and of those of the others."""


@click.command("find")
@click.argument("query", nargs=-1)
@click.option("--stdlib", is_flag=True, help="Only modules of the standard library.")
@click.option("--python", metavar="X.Y", default="", help="Only what is there on this Python.")
@click.option("--category", metavar="KEY", default="", help="Only of this category.")
@click.option("--proven", is_flag=True, help="Only what is proven; on --python, if that is given.")
@click.option("--stdin", is_flag=True, help="Read a question a line, write a JSON object a line.")
@click.option("-n", "limit", type=click.IntRange(1, 50), default=LIMIT, help="Hits at most.")
@format_option
@lang_option
def command(  # noqa: PLR0913 -- one argument an option
    *,
    query: tuple[str, ...],
    stdlib: bool,
    python: str,
    category: str,
    proven: bool,
    stdin: bool,
    limit: int,
    form: str,
    lang: str | None,
) -> int:
    """Find a module for a task in plain words.

    The first hit is shown with its program, the others with the first lines of theirs; all with
    what is known of them by execution. A name, an import line and an import error are answered as
    names. Without a hit the exit status is 1.

    \b
    Examples:
      crib find "read a yaml config file"
      crib find "No module named cv2"
      crib find --stdlib --python 3.9 "read a toml file"
      crib find --format json -n 3 vérifier un port
      crib find --stdin < questions.txt
    """
    if bool(query) == stdin:
        raise UsageError("nothing to find", 'crib find "read a yaml config file"')
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        filters = None
        if stdlib or python or category or proven:
            from toolcrib.app.filters import Filters, checked

            wanted = Filters(stdlib=stdlib, python=python, category=category, proven=proven)
            filters = checked(bundle, wanted, texts)
        if stdin:
            found = _answer_all(bundle, texts, sys.stdin, limit, filters)
        else:
            found = _answer(bundle, texts, " ".join(query), limit, filters, form=form)
    return ExitCode.OK if found else ExitCode.FOUND


def _answer(  # noqa: PLR0913 -- what was asked, and how
    bundle: Bundle, texts: Texts, query: str, limit: int, filters: "Filters | None", *, form: str
) -> bool:
    answer = find(bundle, query, texts, limit, filters)
    if form == "json":
        echo_json(answer)
    elif answer.hits:
        _print(bundle, texts, answer, filters.python if filters else "")
    if not answer.hits and (filters or form != "json"):
        _say_nothing(bundle, texts, query, filters)
    return bool(answer.hits)


def _say_nothing(bundle: Bundle, texts: Texts, query: str, filters: "Filters | None") -> None:
    """Say that there is no hit, and which filter is in the way where one is."""
    if filters:
        from toolcrib.app.find import instead

        lost = list(instead(bundle, query, texts, filters))
        if lost:
            said = texts("Nothing in the catalog does that with {}.")
            talk(said.format(" ".join(filters.options)))
        for options, hit in lost:
            talk(texts("without {}: {}").format(options, f"{hit.title} ({hit.name})"))
        if lost:
            return
    talk(texts("Nothing in the catalog does that."))
    if name := asked_name(query):
        talk(f"crib what {name}")


def _answer_all(
    bundle: Bundle, texts: Texts, queries: Iterable[str], limit: int, filters: "Filters | None"
) -> bool:
    found = False
    for line in queries:
        answer = find(bundle, line.strip(), texts, limit, filters)
        echo_json(answer)
        sys.stdout.flush()
        found = found or bool(answer.hits)
    return found


def _print(bundle: Bundle, texts: Texts, answer: Answer, python: str) -> None:
    first, *others = answer.hits
    _print_first(bundle, texts, first, python)
    if others:
        echo()
        echo(texts("Also"), bold=True)
    for hit in others:
        echo()
        _print_other(bundle, texts, hit, python)


def _print_first(bundle: Bundle, texts: Texts, hit: Hit, python: str) -> None:
    page.heading(hit.title or hit.name)
    page.paragraph(_module(texts, hit))
    page.paragraph(hit.why)
    solution = _solution(bundle, hit)
    if solution is None:
        page.paragraph(texts.proof("not yet proven"))
        echo()
        echo(_next(bundle, hit))
        return
    if solution.dependencies:
        page.paragraph(f"pip install {' '.join(solution.dependencies)}")
    page.paragraph(texts.proof(hit.proof))
    _print_needs(solution, python, texts)
    echo()
    page.program(solution.code, most=_LINES)
    echo()
    echo(f"crib show {hit.task}")
    if len(bundle.doers(hit.task or "")) > 1:
        echo(f"crib compare {hit.task}")
    if bundle.is_tool(hit.task or ""):
        echo(f"crib use {hit.task} -- --help")


def _print_other(bundle: Bundle, texts: Texts, hit: Hit, python: str) -> None:
    page.paragraph(hit.title or hit.name, 2)
    page.paragraph(_module(texts, hit), 2)
    page.paragraph(hit.why, 2)
    solution = _solution(bundle, hit)
    if solution is None:
        page.paragraph(texts.proof("not yet proven"), 2)
        echo(f"  {_next(bundle, hit)}")
        return
    page.paragraph(texts.proof(hit.proof), 2)
    _print_needs(solution, python, texts, 2)
    page.first_lines(solution.code, _FEW_LINES, 6)
    echo(f"  crib show {hit.task}")


def _print_needs(solution: "Solution", python: str, texts: Texts, indent: int = 0) -> None:
    """Say that a program asks for a newer Python than the one that the user has."""
    if not (python and solution.requires_python):
        return
    from toolcrib.identify.requirement import supports

    if not supports(solution.requires_python, python):
        said = texts("The program asks for Python {}; the module does not.")
        page.paragraph(said.format(solution.requires_python), indent)


def _module(texts: Texts, hit: Hit) -> str:
    kind = texts("standard library" if hit.kind == "stdlib" else "a distribution")
    return f"{hit.name} ({hit.id}), {kind}"


def _next(bundle: Bundle, hit: Hit) -> str:
    """Return what tells more of a hit without a program; the catalog need not have its module."""
    known = bundle.entry(hit.id) is not None
    return f"crib show {hit.id}" if known else f"crib what {hit.id.partition(':')[2]}"


def _solution(bundle: Bundle, hit: Hit) -> "Solution | None":
    if hit.task is None:
        return None
    return next(s for s in bundle.solutions(hit.task) if s.module == hit.id)

"""`crib find`: a module for a task in plain words."""

import sys
from collections.abc import Iterable

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


@click.command("find")
@click.argument("query", nargs=-1)
@click.option("--stdin", is_flag=True, help="Read a question a line, write a JSON object a line.")
@click.option("-n", "limit", type=click.IntRange(1, 50), default=LIMIT, help="Hits at most.")
@format_option
@lang_option
def command(query: tuple[str, ...], limit: int, form: str, lang: str | None, *, stdin: bool) -> int:
    """Find a module for a task in plain words.

    The first hit is shown with its program and with what is known of it by execution. A name, an
    import line and an import error are answered as names. Without a hit the exit status is 1.

    \b
    Examples:
      crib find "read a yaml config file"
      crib find "No module named cv2"
      crib find --format json -n 3 vérifier un port
      crib find --stdin < questions.txt
    """
    if bool(query) == stdin:
        raise UsageError("nothing to find", 'crib find "read a yaml config file"')
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        if stdin:
            found = _answer_all(bundle, texts, sys.stdin, limit)
        else:
            found = _answer(bundle, texts, " ".join(query), limit, form)
    return ExitCode.OK if found else ExitCode.FOUND


def _answer(bundle: Bundle, texts: Texts, query: str, limit: int, form: str) -> bool:
    answer = find(bundle, query, texts, limit)
    if form == "json":
        echo_json(answer)
    elif answer.hits:
        _print(bundle, texts, answer)
    else:
        talk(texts("Nothing in the catalog does that."))
        if name := asked_name(query):
            talk(f"crib what {name}")
    return bool(answer.hits)


def _answer_all(bundle: Bundle, texts: Texts, queries: Iterable[str], limit: int) -> bool:
    found = False
    for line in queries:
        answer = find(bundle, line.strip(), texts, limit)
        echo_json(answer)
        sys.stdout.flush()
        found = found or bool(answer.hits)
    return found


def _print(bundle: Bundle, texts: Texts, answer: Answer) -> None:
    first, *others = answer.hits
    _print_first(bundle, texts, first)
    if others:
        echo()
        echo(texts("Also"))
        page.lines([(hit.title, hit.name, texts.proof(hit.proof)) for hit in others])


def _print_first(bundle: Bundle, texts: Texts, hit: Hit) -> None:
    page.heading(hit.title)
    echo(f"{hit.name} ({hit.id})")
    page.paragraph(hit.why)
    if hit.task is None:
        return
    solution = next(s for s in bundle.solutions(hit.task) if s.module == hit.id)
    if solution.dependencies:
        echo(f"pip install {' '.join(solution.dependencies)}")
    echo(texts.proof(hit.proof))
    echo()
    page.program(solution.code)
    echo()
    echo(f"crib show {hit.task}")
    if bundle.is_tool(hit.task):
        echo(f"crib use {hit.task} -- --help")

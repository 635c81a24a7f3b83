"""`crib tour`: what toolcrib is, by doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolcrib.cli import page
from toolcrib.cli.output import echo, talk
from toolcrib.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from toolcrib.app.run import Ran
    from toolcrib.catalog.bundle import Bundle

_SHOWN_LINES = 8


@click.command(name="tour")
def command() -> int:
    """See toolcrib at work: one question answered, five programs run here and now."""
    from toolcrib.app.bundle import open_bundle

    with open_bundle() as bundle:
        _answer(bundle)
        return _run_programs(bundle)


def _run_programs(bundle: Bundle) -> int:
    from toolcrib.app.settings import cache_folder
    from toolcrib.app.tour import PROGRAMS, tour_programs

    echo()
    echo(f"{len(PROGRAMS)} programs of the catalog, run on this machine now:", bold=True)
    if not (cache_folder().value / "environments").exists():
        talk("(what they need is installed first; this takes some seconds)")
    failed, grades = [], set()
    for name, ran in tour_programs(bundle):
        if isinstance(ran, Exception) or ran.done.outcome != "passed":
            failed.append(name)
        if not isinstance(ran, Exception):
            grades.add(str(ran.grade))
        _show(name, ran)
    _how(grades)
    echo()
    echo("Next:", bold=True)
    echo('  ./run find "check if a port is open"')
    echo("  ./run use check-a-port -- localhost 22 5432")
    echo("  ./run what cv2 imp docker-py")
    return ExitCode.UNFINISHED if failed else ExitCode.OK


def _answer(bundle: Bundle) -> None:
    from toolcrib.app.find import find
    from toolcrib.app.language import Texts
    from toolcrib.app.tour import QUESTION

    echo(f'$ crib find "{QUESTION}"', bold=True)
    answer = find(bundle, QUESTION, Texts(bundle))
    for hit in answer.hits[:1]:
        module = bundle.module(hit.id)
        echo(f"  {hit.name}: {hit.title}", fg="green")
        if module and module.install_name:
            echo(f"  pip install {module.install_name}")
        task = bundle.task(hit.task) if hit.task else None
        solution = task.solution(hit.id) if task else None
        if solution:
            page.program(solution.code)
        echo(f"  {hit.proof}")


def _show(name: str, ran: Ran | Exception) -> None:
    if isinstance(ran, Exception):
        echo(f"\n✗ {name}", fg="red")
        echo(f"  {ran}")
        return
    done = ran.done
    passed = done.outcome == "passed"
    mark, colour = ("✓", "green") if passed else ("✗", "red")
    echo(f"\n{mark} {ran.task.title}, with {ran.solution.module}", fg=colour)
    text = done.stdout.decode("utf-8", "backslashreplace") if passed else done.reason
    lines = text.splitlines()
    for line in lines[:_SHOWN_LINES]:
        echo(f"    {line}")
    if len(lines) > _SHOWN_LINES:
        echo(f"    … {len(lines) - _SHOWN_LINES} lines more: crib run {name}")
    for file, picture in done.pictures.items():
        echo(f"    picture: {_kept(file, picture)}")


def _kept(name: str, picture: bytes) -> Path:
    from toolcrib.app.settings import cache_folder

    path = cache_folder().value / "tour" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture)
    return path


def _how(grades: set[str]) -> None:
    echo()
    if grades <= {"plain"}:
        talk("They are toolcrib's own, so they ran without a closed room; `crib doctor`")
        talk("says how to get one.")
    else:
        talk("Each ran in a closed room of its own: no network, nothing of yours to read.")

"""`crib run`: a solution in the pod."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolcrib.cli.output import echo, talk
from toolcrib.errors import ExitCode
from toolcrib.model.receipt import SAYS_NOTHING

if TYPE_CHECKING:
    from toolcrib.app.run import Ran

_SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""
_REASON_LINES = 3


@click.command(name="run", context_settings={"ignore_unknown_options": True})
@click.argument("task")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.option("--solution", metavar="MODULE", default="", help="By this module; else the best.")
@click.option("--with", "services", multiple=True, metavar="SERVICE", help="Beside this service.")
@click.option("--python", metavar="X.Y", default="", help="On this Python.")
@click.option("--out", metavar="DIR", default=None, help="Keep the pictures there.")
@click.option("--unsafe", is_flag=True, help="Run it openly where no closed room can be had.")
def command(  # noqa: PLR0913 -- one parameter for each option
    *,
    task: str,
    args: tuple[str, ...],
    solution: str,
    services: tuple[str, ...],
    python: str,
    out: str | None,
    unsafe: bool,
) -> int:
    """Run a task's program in a closed room, with real services where it needs them.

    ARGS take the place of the task's own arguments.

    \b
    Examples:
      crib run read-a-yaml-config
      crib run read-a-yaml-config --solution ruamel-yaml --python 3.13
      crib run --with redis use-redis
      crib run print-a-calendar -- 2026 2
    """
    from pathlib import Path

    from toolcrib.app.bundle import open_bundle
    from toolcrib.app.run import RunWish, run_task

    if out is not None:
        Path(out).mkdir(parents=True, exist_ok=True)
    wish = RunWish(
        task=task,
        solution=solution,
        python=python,
        services=services,
        args=args or None,
        unsafe=unsafe,
    )
    with open_bundle() as bundle:
        ran = run_task(bundle, wish)
    done = ran.done
    click.echo(_text(done.stdout), nl=False)
    click.echo(_text(done.stderr), nl=False, err=True)
    for name, picture in done.pictures.items():
        _keep_picture(out, name, picture)
    return _conclude(ran, own_arguments=bool(args))


def _text(data: bytes) -> str:
    from toolcrib.cli.output import plain

    return plain(data.decode("utf-8", "backslashreplace"))


def _keep_picture(out: str | None, name: str, picture: bytes) -> None:
    from pathlib import Path

    if out is None:
        talk(f"picture {name}, {len(picture)} bytes; --out DIR keeps it")
        return
    path = Path(out, name)
    path.write_bytes(picture)
    echo(f"picture: {path}")


def _conclude(ran: Ran, *, own_arguments: bool) -> int:
    """Say how it ended; a program that failed passes its own status on."""
    done = ran.done
    where = f"Python {ran.interpreter.full}, grade {ran.grade}"
    beside = ", ".join(
        " ".join(filter(None, (s.name, s.version, f"({s.nature})"))) for s in done.services
    )
    if beside:
        where += f", beside {beside}"
    if ran.grade in ("plain", "unsafe"):
        talk("It ran in no closed room: `crib doctor` says how to get one.")
    by_itself = own_arguments and done.exit is not None
    word = "ran" if by_itself else str(done.outcome)
    talk(f"{word}: {ran.task.id} with {ran.solution.module} ({where})")
    if done.outcome == "passed" and not by_itself:
        return ExitCode.OK
    for line in () if by_itself else done.reason.splitlines()[:_REASON_LINES]:
        talk(f"  {line}")
    if done.exit is None:
        return ExitCode.UNFINISHED if done.outcome in SAYS_NOTHING else ExitCode.FOUND
    status = done.exit if done.exit >= 0 else _SIGNALLED - done.exit
    return status if status or by_itself else ExitCode.FOUND

"""`crib use`: a tool on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolcrib.cli.output import echo, talk
from toolcrib.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from toolcrib.model.task import Solution


@click.command(name="use", context_settings={"ignore_unknown_options": True})
@click.option("--solution", metavar="MODULE", default="", help="By this module; else the best.")
@click.option("--show", is_flag=True, help="Print the program instead.")
@click.option("--save", metavar="FILE", default=None, help="Write the program, to stand alone.")
@click.argument("tool")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
def command(
    *, solution: str, show: bool, save: str | None, tool: str, args: tuple[str, ...]
) -> int:
    """Run a tool on this machine: the program that was proven, with your own arguments.

    What stands after -- is the tool's alone; before it, options that crib has are crib's.

    \b
    Examples:
      crib use check-a-port -- localhost 22 5432
      crib use check-a-port -- --help
      crib use check-a-port --solution asyncio -- localhost 22
      crib use --show check-system-health
      crib use --save port.py check-a-port
    """
    from toolcrib.app.bundle import open_bundle
    from toolcrib.app.use import find_tool, use_tool

    with open_bundle() as bundle:
        program = find_tool(bundle, tool, solution)
    if show:
        echo(program.code.rstrip("\n"))
        return ExitCode.OK
    if save:
        _save(program, save)
        return ExitCode.OK
    return use_tool(program, args)


def _save(program: Solution, path: str) -> None:
    try:
        with click.open_file(path, "x", encoding="utf-8") as file:
            file.write(program.code)
    except FileExistsError as fault:
        raise UsageError(f"{path} is there already", "name another file, or remove it") from fault
    needs = ", ".join(program.dependencies)
    how = f"`uv run {path}` installs {needs} for it" if needs else f"run it with `python3 {path}`"
    talk(f"written to {path}; {how}")

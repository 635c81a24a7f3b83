"""`crib use`: a tool on this machine."""

import click

from toolcrib.cli.output import echo, talk
from toolcrib.errors import ExitCode


@click.command(
    name="use", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--solution", metavar="MODULE", default="", help="By this module; else the best.")
@click.option("--show", is_flag=True, help="Print the program instead.")
@click.option("--save", metavar="FILE", default=None, help="Write the program, to stand alone.")
@click.argument("tool")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
def command(
    *, solution: str, show: bool, save: str | None, tool: str, args: tuple[str, ...]
) -> int:
    """Run a tool on this machine: the program that was proven, with your own arguments.

    \b
    Examples:
      crib use check-a-port -- localhost 22 5432
      crib use check-a-port -- --help
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
        with click.open_file(save, "w", encoding="utf-8") as file:
            file.write(program.code)
        talk(f"written to {save}; run it with `uv run {save}`, or with Python")
        return ExitCode.OK
    return use_tool(program, args[1:] if args[:1] == ("--",) else args)

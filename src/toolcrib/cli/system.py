"""`crib system`: root file systems that are the same everywhere."""

import click

from toolcrib.cli.output import echo, echo_json, format_option, talk
from toolcrib.errors import ExitCode


@click.group(name="system")
def command() -> None:
    """Make root file systems for runs, so that they see the same system everywhere.

    \b
    Examples:
      crib system build debian-12      services live in it, and Pythons found here are put into it
      crib system build debian-sid     has the newest Pythons
      crib system build pyodide        runs what runs in a browser
      crib system list
    """


@command.command(name="build")
@click.argument("name")
@click.option("--catalog", metavar="DIR", default=None, help="A catalog's folder; else your own.")
@click.option("--mirror", metavar="URL", default="", help="Where Debian's packages come from.")
def build(name: str, catalog: str | None, mirror: str) -> int:
    """Make a root file system with what the tasks of a catalog need, or make it anew.

    The name is debian-12 or debian-sid; or pyodide, a Python that is no system of its own.
    """
    from toolcrib.app.catalogs import editable_catalog
    from toolcrib.app.system import build_browser, build_system

    if name == "pyodide":
        echo(f"Pyodide: Python {build_browser(talk).full}")
        return ExitCode.OK
    made = build_system(name, (editable_catalog(catalog),), talk, mirror)
    pythons = ", ".join(interpreter.full for interpreter in made.interpreters)
    count = len(made.system.packages)
    echo(f"{made.system.name} {made.system.id}: {count} packages, Python {pythons}")
    return ExitCode.OK


@command.command(name="list")
@format_option
def list_(form: str) -> int:
    """Say which root file systems were made here."""
    from toolcrib.app.system import systems

    found = systems()
    if form == "json":
        echo_json({"systems": found})
        return ExitCode.OK
    for own in found:
        pythons = ", ".join(interpreter.full for interpreter in own.interpreters)
        echo(f"{own.system.name} {own.system.id}: Python {pythons}")
        echo(f"  {own.system.root}")
    if not found:
        echo("none yet: crib system build debian-12")
    return ExitCode.OK

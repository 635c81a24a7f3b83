"""`crib new`: begin a task."""

import click

from toolcrib.cli.output import echo
from toolcrib.errors import ExitCode


@click.command(name="new")
@click.argument("kind", type=click.Choice(["task"]))
@click.argument("name")
@click.option(
    "--module", metavar="NAME", default="std:json", help="The first solution's module: id or name."
)
@click.option("--category", metavar="KEY", default="", help="The shelf; else the module's first.")
@click.option("--catalog", metavar="DIR", default=None, help="A catalog's folder; else your own.")
def command(*, kind: str, name: str, module: str, category: str, catalog: str | None) -> int:  # noqa: ARG001 -- one kind so far
    """Write the folder of a new task with everything to fill in.

    \b
    Examples:
      crib new task read-a-toml-file --module tomllib
      crib new task draw-a-map --module pypi:folium --category visualization
    """
    from toolcrib.app.author import begin_task
    from toolcrib.app.catalogs import editable_catalog

    folder = begin_task(editable_catalog(catalog), name, module, category)
    echo(f"written: {folder}")
    echo(f"next: fill it in, then `crib verify {name} --accept`")
    return ExitCode.OK

"""`crib get`: a task's folder."""

from pathlib import Path

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.get import get
from toolcrib.cli.output import echo


@click.command("get")
@click.argument("task")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
def command(task: str, folder: Path, *, force: bool) -> None:
    """Write a task's folder, to read, run and change.

    It holds the input, the programs, the expected output and a README that says how to run them.
    Each program says in its header what it needs, so `uv run` is enough.

    \b
    Examples:
      crib get read-a-yaml-config yaml-example
    """
    with open_bundle() as bundle:
        for path in get(bundle, task, folder, force=force):
            echo(str(path))

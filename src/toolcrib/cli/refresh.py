"""`crib refresh`: fetch what is asked off-line from then on."""

import click

from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option
from toolcrib.errors import ExitCode


@click.group(name="refresh")
def command() -> None:
    """Fetch what is asked off-line from then on.

    \b
    Examples:
      crib refresh names     the names of all projects of your package index
    """


@command.command(name="names")
@format_option
def names(form: str) -> int:
    """Fetch the list of all names of your package indexes, once.

    From then on `crib what` tells off-line whether a name exists, as of that day, and offers near
    names among all that there are. The list is some ten megabytes, and asked for by this alone.
    """
    from toolcrib.app.known_names import refresh_names

    done = refresh_names()
    if form == "json":
        echo_json(done)
        return ExitCode.OK
    places = "1 index" if done.indexes == 1 else f"{done.indexes} indexes"
    echo(f"{done.names:,} names of {places}, {page.size(done.size)}, as of {done.as_of}")
    return ExitCode.OK

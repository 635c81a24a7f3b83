"""`crib doctor`: what this machine can run."""

import click

from toolcrib.cli.output import echo, echo_json, format_option
from toolcrib.errors import ExitCode


@click.command(name="doctor")
@format_option
@click.option("--worker", metavar="URL", default="", help="Print what starts workers for it here.")
def command(*, form: str, worker: str) -> int:
    """Say what this machine can run, and the command that gets the rest.

    \b
    Examples:
      crib doctor
      crib doctor --format json
      crib doctor --worker tcp://host:8786     the line that joins a Dask cluster
    """
    from toolcrib.app.doctor import examine
    from toolcrib.app.work import worker_line

    if worker:
        echo(worker_line(worker))
        return ExitCode.OK
    if form == "json":
        echo_json({"found": tuple(examine())})
        return ExitCode.OK
    for fitness in examine():
        word, colour = ("ok", "green") if fitness.ok else ("missing", "red")
        click.echo(click.style(f"{word:8}", fg=colour), nl=False)
        echo(f"{fitness.what}: {fitness.detail}")
        if fitness.mend:
            echo(f"{'':8}get {'more' if fitness.ok else 'it'}: {fitness.mend}")
    return ExitCode.OK

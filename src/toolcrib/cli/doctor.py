"""`crib doctor`: what this machine can run."""

import click

from toolcrib.cli.output import echo, echo_json, format_option
from toolcrib.errors import ExitCode


@click.command(name="doctor")
@format_option
def command(*, form: str) -> int:
    """Say what this machine can run, and the command that gets the rest.

    \b
    Examples:
      crib doctor
      crib doctor --format json
    """
    from toolcrib.app.doctor import examine

    found = examine()
    if form == "json":
        echo_json({"found": found})
        return ExitCode.OK
    for fitness in found:
        word, colour = ("ok", "green") if fitness.ok else ("missing", "red")
        click.echo(click.style(f"{word:8}", fg=colour), nl=False)
        echo(f"{fitness.what}: {fitness.detail}")
        if fitness.mend:
            echo(f"{'':8}get {'more' if fitness.ok else 'it'}: {fitness.mend}")
    return ExitCode.OK

"""`crib what`: what a name is, and what is meant by it."""

from typing import TYPE_CHECKING

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.app.what import HEADLINES, what
from toolcrib.cli import page
from toolcrib.cli.identity_rows import rows
from toolcrib.cli.output import echo, echo_json, format_option, lang_option, talk
from toolcrib.errors import ExitCode
from toolcrib.model.identity import Identity, State

if TYPE_CHECKING:
    from toolcrib.app.here import Environment


@click.command("what")
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--online/--offline",
    help="Ask the package index: what is not known here, and how projects stand; else nobody.",
)
@click.option("--here", is_flag=True, help="Tell what of it the environment at hand has.")
@click.option(
    "--python",
    metavar="PYTHON",
    type=click.Path(exists=True),
    help="The same for this interpreter or environment.",
)
@click.option(
    "--target", metavar="X.Y", default="", help="The Python to judge for; else the newest."
)
@format_option
@lang_option
def command(  # noqa: PLR0913 -- one argument an option
    names: tuple[str, ...],
    python: str | None,
    target: str,
    form: str,
    lang: str | None,
    *,
    online: bool,
    here: bool,
) -> int:
    """Tell what a name is, and what is meant by it.

    Names of the standard library of any Python, distributions, import names, classes, brands,
    programs. Without --online nothing is asked of the network; what is then left open is said.
    With it, the project behind each name tells its import names, from the list of files in its
    wheel, its newest version, its state, and what vulnerabilities are known. Of a requirement,
    "urllib3<2", the version that it gets is told instead.
    With --here the environment at hand is read as well, from its folders; its Python is not
    started, and is the one to judge for. It knows a company's own packages, too.
    With --format json there is an object a line. The status is 1 where a name, or the version that
    is required, is nothing.

    \b
    Examples:
      crib what yaml cv2 docker-py
      crib what --target 3.13 imp
      crib what --online --format json requets
      crib what --online requests==2.19.0 "urllib3<2"
      crib what --here yaml   which distribution has it here
      crib refresh names      then whether a name exists is known off-line, too
    """
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        environment = _environment(python) if here or python else None
        answer = what(
            names, target, texts.note, online=online, environment=environment, bundle=bundle
        )
        for number, identity in enumerate(answer.identities):
            if form == "json":
                echo_json(identity)
            else:
                if number:
                    echo()
                _print(identity, texts)
    _talk_of_open(answer.identities, answer.failed)
    if answer.failed:
        return ExitCode.UNFINISHED
    nothing = any(map(_is_nothing, answer.identities))
    return ExitCode.FOUND if nothing else ExitCode.OK


def _is_nothing(identity: Identity) -> bool:
    """Return whether there is no such name, or no such version."""
    selected = identity.selected
    missing = selected is not None and bool(selected.as_of) and selected.chosen is None
    return identity.state is State.UNKNOWN or missing


def _environment(python: str | None) -> "Environment":
    from pathlib import Path

    from toolcrib.app.here import environment_at

    return environment_at(Path(python) if python else None)


def _print(identity: Identity, texts: Texts) -> None:
    echo(f"{identity.name}: {texts(HEADLINES[identity.state])}", bold=True)
    for label, value in rows(identity, texts):
        if value:
            page.paragraph(value, indent=2, label=f"{label:<9} ")


def _talk_of_open(identities: tuple[Identity, ...], failed: dict[str, str]) -> None:
    for name, reason in failed.items():
        talk(f"crib: {name}: {reason}")
    left = [one.name for one in identities if _is_left(one) and one.name not in failed]
    if left:
        talk(f"crib: not looked up: {', '.join(left)}; --online asks the package index")


def _is_left(identity: Identity) -> bool:
    """Return whether nobody was asked for a name, or for its versions."""
    selected = identity.selected
    return identity.state is State.NOT_LOOKED_UP or (selected is not None and not selected.as_of)

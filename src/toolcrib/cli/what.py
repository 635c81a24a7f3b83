"""`crib what`: what a name is, and what is meant by it."""

import click

from toolcrib.app.what import what
from toolcrib.cli.output import echo, echo_json, format_option, talk
from toolcrib.errors import ExitCode
from toolcrib.model.identity import Identity, State


@click.command("what")
@click.argument("names", nargs=-1, required=True)
@click.option("--online", is_flag=True, help="Ask the package index for names not known here.")
@click.option(
    "--target", metavar="X.Y", default="", help="The Python to judge for; else the newest."
)
@format_option
def command(names: tuple[str, ...], target: str, form: str, *, online: bool) -> int:
    """Tell what a name is, and what is meant by it.

    Names of the standard library of any Python, distributions, import names, classes, brands,
    programs. Without --online nothing is asked of the network; what is then left open is said.
    With --format json there is an object a line. The status is 1 where a name is nothing.

    \b
    Examples:
      crib what yaml cv2 docker-py
      crib what --target 3.13 imp
      crib what --online --format json requets
    """
    answer = what(names, target, online=online)
    for number, identity in enumerate(answer.identities):
        if form == "json":
            echo_json(identity)
        else:
            if number:
                echo()
            _print(identity)
    _talk_of_open(answer.identities, answer.failed)
    if answer.failed:
        return ExitCode.UNFINISHED
    unknown = any(identity.state is State.UNKNOWN for identity in answer.identities)
    return ExitCode.FOUND if unknown else ExitCode.OK


def _print(identity: Identity) -> None:
    echo(f"{identity.name}: {_HEADLINES[identity.state]}", bold=True)
    for label, value in _rows(identity):
        if value:
            echo(f"  {label:<9} {value}")


def _rows(identity: Identity) -> tuple[tuple[str, str], ...]:
    installs = " or ".join(f"pip install {name}" for name in identity.distributions[:3])
    imports = f"import {identity.imports[0]}" if identity.imports else ""
    gone = identity.state in (State.STDLIB_REMOVED, State.PYTHON2)
    return (
        ("Pythons", _pythons(identity)),
        ("install", "" if gone else installs),
        ("import", "" if gone else imports),
        ("instead", _instead(identity)),
        ("beware", f"the distribution {identity.namesake} is another" if identity.namesake else ""),
        ("newest", " ".join(filter(None, (identity.newest, identity.released)))),
        ("why", identity.note),
        ("from", " ".join(filter(None, (identity.source, identity.as_of)))),
    )


def _pythons(identity: Identity) -> str:
    if not identity.since:
        return "2 only" if identity.state is State.PYTHON2 else ""
    return f"{identity.since} to {identity.until}" if identity.until else f"from {identity.since}"


def _instead(identity: Identity) -> str:
    if identity.state in (State.DISTRIBUTION, State.IMPORT_NAME):
        return ""
    return ", ".join(identity.candidates)


def _talk_of_open(identities: tuple[Identity, ...], failed: dict[str, str]) -> None:
    for name, reason in failed.items():
        talk(f"crib: {name}: {reason}")
    left = [i.name for i in identities if i.state is State.NOT_LOOKED_UP and i.name not in failed]
    if left:
        talk(f"crib: not looked up: {', '.join(left)}; --online asks the package index")


_HEADLINES = {
    State.STDLIB: "standard library",
    State.STDLIB_REMOVED: "removed from the standard library",
    State.PYTHON2: "a module of Python 2",
    State.STDLIB_ATTRIBUTE: "a name in a module of the standard library",
    State.BUILTIN: "built in",
    State.DISTRIBUTION: "a distribution",
    State.IMPORT_NAME: "an import name",
    State.BRAND: "the name of a project",
    State.RENAMED: "the old name of a distribution",
    State.UMBRELLA: "a name over several distributions",
    State.PLACEHOLDER: "a distribution without content",
    State.OTHER_PROJECT: "another project than is mostly meant",
    State.NO_FILES: "registered, but nothing to install",
    State.ARCHIVED: "an archived distribution",
    State.QUARANTINED: "a distribution under quarantine",
    State.PROGRAM: "no Python module",
    State.LOCAL: "a module of your own",
    State.UNKNOWN: "not known to anybody",
    State.NOT_LOOKED_UP: "not known here, and not looked up",
}

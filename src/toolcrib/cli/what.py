"""`crib what`: what a name is, and what is meant by it."""

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.app.what import HEADLINES, what
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option, lang_option, talk
from toolcrib.errors import ExitCode
from toolcrib.model.identity import Identity, State


@click.command("what")
@click.argument("names", nargs=-1, required=True)
@click.option("--online", is_flag=True, help="Ask the package index for names not known here.")
@click.option(
    "--target", metavar="X.Y", default="", help="The Python to judge for; else the newest."
)
@format_option
@lang_option
def command(
    names: tuple[str, ...], target: str, form: str, lang: str | None, *, online: bool
) -> int:
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
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        answer = what(names, target, texts, online=online)
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
    unknown = any(identity.state is State.UNKNOWN for identity in answer.identities)
    return ExitCode.FOUND if unknown else ExitCode.OK


def _print(identity: Identity, texts: Texts) -> None:
    echo(f"{identity.name}: {texts(HEADLINES[identity.state])}", bold=True)
    for label, value in _rows(identity, texts):
        if value:
            page.paragraph(value, indent=2, label=f"{label:<9} ")


def _rows(identity: Identity, texts: Texts) -> tuple[tuple[str, str], ...]:
    commands = (f"pip install {name}" for name in identity.distributions[:3])
    imports = f"import {identity.imports[0]}" if identity.imports else ""
    gone = identity.state in (State.STDLIB_REMOVED, State.PYTHON2)
    other = texts("the distribution {} is another").format(identity.namesake)
    return (
        (texts("Pythons"), _pythons(identity, texts)),
        (texts("install"), "" if gone else f" {texts('or')} ".join(commands)),
        (texts("import"), "" if gone else imports),
        (texts("written"), _written(identity, texts)),
        _meant(identity, texts),
        (texts("beware"), other if identity.namesake else ""),
        (texts("newest"), " ".join(filter(None, (identity.newest, identity.released)))),
        (texts("why"), identity.note),
        (texts("from"), " ".join(filter(None, (identity.source, identity.as_of)))),
    )


def _pythons(identity: Identity, texts: Texts) -> str:
    since, until = identity.since, identity.until
    if not since:
        return texts("2 only") if identity.state is State.PYTHON2 else ""
    return texts("{} to {}").format(since, until) if until else texts("from {}").format(since)


def _written(identity: Identity, texts: Texts) -> str:
    fails = texts("`import {}` fails").format(identity.name)
    return f"{identity.spelling}; {fails}" if identity.spelling else ""


def _meant(identity: Identity, texts: Texts) -> tuple[str, str]:
    """Return what to take instead; of a name that is nothing, what it may be a slip of."""
    if identity.state in (State.DISTRIBUTION, State.IMPORT_NAME):
        return "", ""
    open_ = identity.state in (State.UNKNOWN, State.NOT_LOOKED_UP) and not identity.note
    label = texts("perhaps") if open_ else texts("instead")
    return label, ", ".join(identity.candidates)


def _talk_of_open(identities: tuple[Identity, ...], failed: dict[str, str]) -> None:
    for name, reason in failed.items():
        talk(f"crib: {name}: {reason}")
    left = [i.name for i in identities if i.state is State.NOT_LOOKED_UP and i.name not in failed]
    if left:
        talk(f"crib: not looked up: {', '.join(left)}; --online asks the package index")

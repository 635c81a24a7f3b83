"""`crib what`: what a name is, and what is meant by it."""

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.app.what import HEADLINES, what
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option, lang_option, talk
from toolcrib.errors import ExitCode
from toolcrib.model.identity import Identity, State
from toolcrib.model.published import Project

_MOST = 6
"""How many of many names are shown."""


@click.command("what")
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--online",
    is_flag=True,
    help="Ask the package index: what is not known here, and how projects stand.",
)
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
    With it, the project behind each name tells its import names, from the list of files in its
    wheel, its newest version, its state, and what vulnerabilities are known.
    With --format json there is an object a line. The status is 1 where a name is nothing.

    \b
    Examples:
      crib what yaml cv2 docker-py
      crib what --target 3.13 imp
      crib what --online --format json requets
      crib refresh names      then whether a name exists is known off-line, too
    """
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        answer = what(names, target, texts, online=online, bundle=bundle)
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
    names = ", ".join(identity.imports[:_MOST])
    gone = identity.state in (State.STDLIB_REMOVED, State.PYTHON2)
    other = texts("the distribution {} is another").format(identity.namesake)
    return (
        (texts("Pythons"), _pythons(identity, texts)),
        (texts("install"), "" if gone else f" {texts('or')} ".join(commands)),
        (texts("import"), f"import {names}" if names and not gone else ""),
        (texts("written"), _written(identity, texts)),
        _meant(identity, texts),
        (texts("beware"), other if identity.namesake else ""),
        (texts("newest"), " ".join(filter(None, (identity.newest, identity.released)))),
        *(_facts(identity.project, texts) if identity.project else ()),
        (texts("why"), identity.note),
        (texts("from"), " ".join(filter(None, (_source(identity), identity.as_of)))),
    )


def _facts(project: Project, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return what the index and the project's own files say of its newest version."""
    files = [_wheels(project.wheels), "sdist"] if project.source else [_wheels(project.wheels)]
    known = project.vulnerabilities
    return (
        (texts("is"), project.summary),
        (texts("needs"), f"Python {project.requires_python}" if project.requires_python else ""),
        (texts("licence"), project.license),
        (texts("files"), ", ".join(filter(None, files))),
        (texts("commands"), ", ".join(project.scripts[:_MOST])),
        (texts("yanked"), ", ".join(project.withdrawn[:_MOST])),
        (texts("holes"), "; ".join(known) if known else ""),
    )


def _wheels(tags: tuple[str, ...]) -> str:
    """Return the Pythons and platforms of wheels in a few words."""
    if not tags:
        return ""
    parts = [tag.split("-") for tag in tags]
    pythons = sorted({python for part in parts for python in part[0].split(".")}, key=_by_number)
    platforms = sorted({_platform(part[-1]) for part in parts} - {""})
    where = f" ({', '.join(platforms)})" if platforms else ""
    return f"wheels for {' '.join(pythons)}{where}"


def _by_number(tag: str) -> tuple[str, int, int]:
    letters = tag.rstrip("0123456789")
    digits = tag[len(letters) :]
    return letters, int(digits[:1] or 0), int(digits[1:] or 0)


def _platform(tag: str) -> str:
    names = {"linux": "Linux", "musl": "Alpine", "macos": "macOS", "win": "Windows"}
    names |= {"ios": "iOS", "android": "Android", "pyodide": "Pyodide", "emscripten": "Pyodide"}
    return next((name for part, name in names.items() if part in tag), "")


def _source(identity: Identity) -> str:
    """Return who says so, and how that is known of what comes first."""
    evidence = identity.evidence[0] if identity.evidence else ""
    if not evidence or evidence == identity.source or identity.source in evidence:
        return evidence or identity.source
    return f"{identity.source} ({evidence})"


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

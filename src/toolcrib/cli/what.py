"""`crib what`: what a name is, and what is meant by it."""

import click

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.app.what import HEADLINES, what
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option, lang_option, talk
from toolcrib.errors import ExitCode
from toolcrib.model.identity import Identity, State
from toolcrib.model.published import Project, PublishedVersion, Selected

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
    wheel, its newest version, its state, and what vulnerabilities are known. Of a requirement,
    "urllib3<2", the version that it gets is told instead.
    With --format json there is an object a line. The status is 1 where a name, or the version that
    is required, is nothing.

    \b
    Examples:
      crib what yaml cv2 docker-py
      crib what --target 3.13 imp
      crib what --online --format json requets
      crib what --online requests==2.19.0 "urllib3<2"
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
    nothing = any(map(_is_nothing, answer.identities))
    return ExitCode.FOUND if nothing else ExitCode.OK


def _is_nothing(identity: Identity) -> bool:
    """Return whether there is no such name, or no such version."""
    selected = identity.selected
    missing = selected is not None and bool(selected.as_of) and selected.chosen is None
    return identity.state is State.UNKNOWN or missing


def _print(identity: Identity, texts: Texts) -> None:
    echo(f"{identity.name}: {texts(HEADLINES[identity.state])}", bold=True)
    for label, value in _rows(identity, texts):
        if value:
            page.paragraph(value, indent=2, label=f"{label:<9} ")


def _rows(identity: Identity, texts: Texts) -> tuple[tuple[str, str], ...]:
    commands = (f"pip install {name}" for name in _installed(identity))
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
        *_facts(identity, texts),
        (texts("why"), identity.note),
        (texts("from"), " ".join(filter(None, (_source(identity), identity.as_of)))),
    )


def _installed(identity: Identity) -> tuple[str, ...]:
    """Return what to type after `pip install`: a requirement in quotes, as shells need it."""
    selected = identity.selected
    if selected and identity.distributions and (selected.chosen or not selected.as_of):
        return (f'"{identity.distributions[0]}{selected.specifier}"',)
    return identity.distributions[:3]


def _facts(identity: Identity, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return what the index and the project's own files say, of the newest or a chosen version."""
    about = identity.project or Project()
    version = (
        _of_version(identity.selected, texts, asked=identity.project is not None)
        if identity.selected
        else _of_newest(about, texts)
    )
    return (
        (texts("is"), about.summary),
        (texts("licence"), about.license),
        *version,
        (texts("commands"), ", ".join(about.scripts[:_MOST])),
    )


def _of_newest(about: Project, texts: Texts) -> tuple[tuple[str, str], ...]:
    return (
        (texts("needs"), f"Python {about.requires_python}" if about.requires_python else ""),
        (texts("files"), _files(about.wheels, texts, source=about.source)),
        (texts("yanked"), ", ".join(about.withdrawn[:_MOST])),
        (texts("holes"), "; ".join(about.vulnerabilities or ())),
    )


def _of_version(selected: Selected, texts: Texts, *, asked: bool) -> tuple[tuple[str, str], ...]:
    chosen, known = selected.chosen, selected.vulnerabilities
    if chosen is None:
        nothing = texts("none: there is nothing that {} allows").format(selected.specifier)
        return ((texts("version"), nothing if selected.as_of else ""),)
    files = _files(chosen.wheels, texts, source=chosen.source)
    built = texts("no wheel for {}, so it is built").format(selected.target)
    unknown = texts("the index does not tell") if asked else ""
    return (
        (texts("version"), _version(selected, chosen, texts)),
        (texts("needs"), _needs(selected, chosen, texts)),
        (texts("files"), f"{files}; {built}" if selected.built and chosen.source else files),
        (texts("holes"), unknown if known is None else "; ".join(known) or texts("none known")),
    )


def _version(selected: Selected, chosen: PublishedVersion, texts: Texts) -> str:
    """Return which version a requirement gets."""
    told = " ".join(filter(None, (chosen.version, chosen.released)))
    if chosen.withdrawn:
        return ": ".join(filter(None, (f"{told}, {texts('yanked')}", chosen.reason)))
    if selected.matching > 1:
        among = texts("the newest of {} that {} allows")
        return f"{told}, {among.format(selected.matching, selected.specifier)}"
    return told


def _needs(selected: Selected, chosen: PublishedVersion, texts: Texts) -> str:
    if not chosen.requires_python:
        return ""
    told = f"Python {chosen.requires_python}"
    if not selected.unsupported:
        return told
    other = texts("{} gets {}").format(selected.target, selected.instead or texts("none"))
    return f"{told}; {other}"


def _files(wheels: tuple[str, ...], texts: Texts, *, source: bool) -> str:
    return ", ".join(filter(None, (_wheels(wheels, texts), "sdist" if source else "")))


def _wheels(tags: tuple[str, ...], texts: Texts) -> str:
    """Return the Pythons and platforms of wheels in a few words."""
    if not tags:
        return ""
    parts = [tag.split("-") for tag in tags]
    pythons = sorted({python for part in parts for python in part[0].split(".")}, key=_by_number)
    platforms = sorted({_platform(part[-1]) for part in parts} - {""})
    where = f" ({', '.join(platforms)})" if platforms else ""
    return f"{texts('wheels for {}').format(' '.join(pythons))}{where}"


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
    left = [one.name for one in identities if _is_left(one) and one.name not in failed]
    if left:
        talk(f"crib: not looked up: {', '.join(left)}; --online asks the package index")


def _is_left(identity: Identity) -> bool:
    """Return whether nobody was asked for a name, or for its versions."""
    selected = identity.selected
    return identity.state is State.NOT_LOOKED_UP or (selected is not None and not selected.as_of)

"""What a name is, as rows for people: a label and a value each."""

from toolcrib.app.language import Texts
from toolcrib.model.identity import Identity, Installed, State
from toolcrib.model.module import normalised
from toolcrib.model.published import Project, PublishedVersion, Selected

_MOST = 6
"""How many of many names are shown."""


def rows(identity: Identity, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return what a person is told of a name, each value with its label; some are empty."""
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
        (texts("here"), _here(identity, texts)),
        (texts("newest"), " ".join(filter(None, (identity.newest, identity.released)))),
        *_facts(identity, texts),
        (texts("why"), identity.note),
        (texts("from"), " ".join(filter(None, (_source(identity), identity.as_of)))),
    )


def _here(identity: Identity, texts: Texts) -> str:
    """Return what the environment at hand has of it."""
    if identity.installed is None or not (identity.distributions or identity.installed):
        return ""
    if not identity.installed:
        return texts("not installed")
    meant = {normalised(name.partition("[")[0]) for name in identity.distributions}

    def told(one: Installed) -> str:
        name = f"{one.distribution} {one.version}"
        if meant and one.distribution not in meant:
            return f"{name} ({texts('another distribution than is meant')})"
        return name if one.fits else f"{name} ({texts('not what is required')})"

    return "; ".join(map(told, identity.installed))


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
        return ": ".join(filter(None, (f"{told}, {texts('withdrawn')}", chosen.reason)))
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
    if not evidence or identity.source in evidence:
        return evidence or identity.source
    first = identity.source.partition(", ")[0]
    told = evidence.removeprefix(first).lstrip(",; ")
    return f"{identity.source} ({told})" if told else identity.source


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
    if identity.state is State.IMPORT_NAME:
        return "", ""
    open_ = identity.state in (State.UNKNOWN, State.NOT_LOOKED_UP) and not identity.note
    open_ = open_ or identity.state is State.DISTRIBUTION
    label = texts("perhaps") if open_ else texts("instead")
    return label, ", ".join(identity.candidates)

"""What the index and the files of a project say of a name: its state, facts and import names."""

from collections.abc import Callable

from msgspec.structs import replace

from toolcrib.identify.words import Notice, own_words
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId, module_id, normalised
from toolcrib.model.published import Contents, Kind, Project, Published, Told

_QUIET_YEARS = 5
_SHOWN = 5

Exists = Callable[[str], bool]
"""Whether a project is known to exist: nothing else is named as a successor."""

# What the project itself says counts where nobody has looked at the name by hand.
_PLAIN = frozenset({State.DISTRIBUTION, State.BRAND})


def described(
    identity: Identity,
    published: Published,
    found: Contents | None,
    exists: Exists,
    vulnerabilities: tuple[str, ...] | None = None,
) -> Identity:
    """Return an identity with what is known of its project.

    Args:
        identity: What the name is by the tables, or by the index alone.
        published: The index's answer on the first of its distributions.
        found: What the newest version of that holds, as far as that is known.
        exists: Tells whether a successor that the project names is there.
        vulnerabilities: Those known of the newest version; None where the index does not tell.
    """
    project = _project(published, found, vulnerabilities)
    identity = replace(
        identity,
        project=project,
        newest=published.newest,
        released=published.released,
        as_of=published.as_of,
        note=identity.note or _note(published, found),
    )
    if found is None:
        return identity
    if identity.state in _PLAIN and published.status == "active":
        identity = _in_its_own_words(identity, published, found, exists)
    if _is_own(identity, published):
        identity = replace(identity, imports=_imports(identity, found))
    return identity


def is_quiet(published: Published) -> bool:
    """Return whether nothing was released for five years before the answer."""
    if not published.released or not published.as_of:
        return False
    year, rest = published.as_of[:4], published.as_of[4:]
    return published.released < f"{int(year) - _QUIET_YEARS:04}{rest}"


def _project(
    published: Published, found: Contents | None, vulnerabilities: tuple[str, ...] | None
) -> Project:
    return Project(
        newest=published.newest,
        released=published.released,
        versions=len(published.versions),
        withdrawn=published.withdrawn,
        requires_python=published.requires_python or (found.requires_python if found else ""),
        license=found.license if found else "",
        summary=found.summary if found else "",
        links=found.links[:_SHOWN] if found else (),
        wheels=published.wheels,
        source=published.source,
        quiet=is_quiet(published),
        status=published.status,
        index=published.index,
        kind=found.kind if found else None,
        told=found.told if found else None,
        private=found.private if found else (),
        stubs_for=found.stubs_for if found else (),
        scripts=found.scripts if found else (),
        vulnerabilities=vulnerabilities,
    )


def _is_own(identity: Identity, published: Published) -> bool:
    """Whether the name is that of the distribution: then what it holds is what one imports."""
    return normalised(identity.name.replace(" ", "-")) == published.name


def _imports(identity: Identity, found: Contents) -> tuple[str, ...]:
    if found.told is Told.NAME and identity.imports:
        return identity.imports
    return found.imports or (found.private if found.kind is Kind.MODULES else ())


def _in_its_own_words(
    identity: Identity, published: Published, found: Contents, exists: Exists
) -> Identity:
    notice = own_words(found.summary, found.text, published.name)
    if notice is not None:
        return _noticed(identity, notice, exists)
    if found.inactive:
        return replace(identity, note="Its own metadata calls it inactive.")
    if found.kind is Kind.METADATA and found.requires:
        return _umbrella(identity, found)
    return identity


def _noticed(identity: Identity, notice: Notice, exists: Exists) -> Identity:
    state, candidates = notice.state, identity.candidates
    if notice.successor and exists(notice.successor):
        successor: ModuleId = module_id(notice.successor, std=False)
        candidates = (successor,)
    elif state is State.RENAMED:
        state = identity.state
    words = notice.words if len(notice.words) <= _LONGEST else notice.words[:_LONGEST] + "…"
    return replace(identity, state=state, candidates=candidates, note=f'Its own words: "{words}"')


_LONGEST = 200


def _umbrella(identity: Identity, found: Contents) -> Identity:
    names = [_required(line) for line in found.requires if "extra ==" not in line]
    listed = tuple(dict.fromkeys(module_id(name, std=False) for name in names if name))
    if not listed:
        return identity
    shown = ", ".join(id_.removeprefix("pypi:") for id_ in listed[:_SHOWN])
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return replace(
        identity,
        state=State.UMBRELLA,
        candidates=listed[:_SHOWN],
        note=f"It holds no module of its own and installs {shown}{more}.",
    )


def _required(line: str) -> str:
    """Return the name in a requirement (PEP 508)."""
    for place, letter in enumerate(line):
        if not (letter.isalnum() or letter in "-_."):
            return line[:place].strip("-_.")
    return line


def _note(published: Published, found: Contents | None) -> str:
    parts = []
    if is_quiet(published):
        parts.append(f"No release since {published.released[:7]}.")
    if found is None:
        return " ".join(parts)
    if found.kind is Kind.STUBS:
        parts.append(f"Types for {', '.join(found.stubs_for)}: nothing to import at run time.")
    elif found.kind is Kind.SCRIPTS:
        parts.append(f"Commands only, nothing to import: {', '.join(found.scripts[:_SHOWN])}.")
    elif found.kind is Kind.PATHS:
        parts.append("It extends the search path and has no module of its own.")
    elif found.kind is Kind.METADATA:
        parts.append("It holds no module.")
    if found.told in (Told.SDIST, Told.NAME):
        parts.append(f"There is no wheel; the import name is from {found.told}.")
    return " ".join(parts)

"""What a name is, and what is meant by it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from toolcrib.app.names import Asked, ask, identities, knowledge, remember
from toolcrib.identify.identify import INDEX, nobody
from toolcrib.identify.imported import POPULAR
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value

if TYPE_CHECKING:
    from toolcrib.app.here import Environment
    from toolcrib.catalog.bundle import Bundle
    from toolcrib.identify.requirement import Required


_FEW_VERSIONS = 3
_USED_BY_MANY = 1000
"""Rank among the most downloaded projects up to which one may well be meant by a near name."""
_NO_MODULE = frozenset({State.NOT_LOOKED_UP, State.UNKNOWN})
_READ = "names read from modules as installed"
_MARKS = frozenset("[(<>=!~;@")
"""What a requirement has beside its name (PEP 508)."""


class What(Value, frozen=True, kw_only=True):
    """The answers in the order of the names, and why some names could not be looked up."""

    identities: tuple[Identity, ...]
    failed: dict[str, str]


def what(  # noqa: PLR0913 -- what an answer depends on, each by its name
    names: Sequence[str],
    target: str = "",
    texts: Callable[[str], str] = str,
    *,
    online: bool = False,
    environment: "Environment | None" = None,
    bundle: "Bundle | None" = None,
) -> What:
    """Say what names are.

    Args:
        names: The names as somebody wrote them, or requirements: `urllib3<2`.
        target: The Python to judge for; empty for the newest that is known.
        texts: Puts notes into the reader's language.
        online: Whether the index may be asked: for what the tables do not know, and for the state
            of what they do. Else what it has said lately counts, with its date.
        environment: What is installed at hand, where that is to be a witness; its Python is the one
            to judge for, if no other is named.
        bundle: The bundle of the catalogs, where it is open already.

    Raises:
        UsageError: The target is no Python that is known.
    """
    known = knowledge(target or (environment.python if environment else ""), bundle)
    required = _required(names)
    bare = {text: required[text].name if text in required else text for text in names}
    found, failed = _identified(tuple(dict.fromkeys(bare.values())), known, online=online)
    if bundle:
        found = _with_exporters(found, bundle)
    if environment:
        from toolcrib.app.here import with_installed  # noqa: PLC0415 -- only with an environment

        found = {name: with_installed(one, environment, known) for name, one in found.items()}
    answers = {text: replace(found[name], name=_plain(text)) for text, name in bare.items()}
    failed = {text: failed[name] for text, name in bare.items() if name in failed}
    if required:
        from toolcrib.app.versions import with_versions  # noqa: PLC0415 -- only for requirements

        answers, more = with_versions(required, answers, known.target, online=online)
        failed = more | failed
    told = (replace(one, note=texts(one.note)) for one in answers.values())
    return What(identities=tuple(told), failed=failed)


def _required(names: Sequence[str]) -> "dict[str, Required]":
    """Return those of the names that are requirements: `requests==2.19.0`, `uvicorn[standard]`."""
    marked = [name for name in names if _MARKS.intersection(name)]
    if not marked:
        return {}
    from toolcrib.identify.requirement import required  # noqa: PLC0415 -- only for requirements

    return {name: one for name in marked if (one := required(name))}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _identified(
    names: Sequence[str], known: Knowledge, *, online: bool
) -> tuple[dict[str, Identity], dict[str, str]]:
    """Return what each name is, and why some could not be looked up."""
    asked = ask(names, known) if online else Asked(lookup=nobody, failed={})
    answers = identities(names, known, asked.lookup, asked.exists)
    if not online and (left := [name for name, one in answers.items() if _is_open(one)]):
        asked = remember(left, known)
        answers |= identities(left, known, asked.lookup, asked.exists)
    found, failed = tuple(answers.values()), dict(asked.failed)
    if online:
        from toolcrib.app.states import with_states  # noqa: PLC0415 -- only with a network

        found, more = with_states(found)
        failed |= {name: reason for name, reason in more.items() if name not in failed}
    told = (_perhaps(one, known, asked) for one in found)
    return dict(zip(answers, told, strict=True)), failed


def _with_exporters(found: Mapping[str, Identity], bundle: "Bundle") -> dict[str, Identity]:
    """Return identities, those of names that no module has with the modules that export them."""
    left = [one.name for one in found.values() if one.state in _NO_MODULE]
    if not left:
        return dict(found)
    from toolcrib.identify.exporting import exporters  # noqa: PLC0415 -- only for what is left open

    modules = exporters(left, bundle.exported())

    def told(one: Identity) -> Identity:
        who = modules.get(one.name, ()) if one.state in _NO_MODULE else ()
        return replace(one, state=State.ATTRIBUTE, candidates=who, source=_READ) if who else one

    return {name: told(one) for name, one in found.items()}


def _is_open(identity: Identity) -> bool:
    """Return whether an index may have said more than the tables know."""
    return identity.state is State.NOT_LOOKED_UP or identity.source == POPULAR


def _perhaps(identity: Identity, known: Knowledge, asked: Asked) -> Identity:
    """Give a name that may be misspelt its near names.

    That is one that was not looked up, and one whose project hardly anybody uses or tends: of these
    only what many use is near enough.
    """
    if identity.state is State.NOT_LOOKED_UP:
        return replace(identity, candidates=_near(identity, known, asked))
    if identity.state is not State.DISTRIBUTION or identity.candidates or not _is_idle(identity):
        return identity
    from toolcrib.identify.tables import rank  # noqa: PLC0415 -- only with a network

    near = _near(identity, known, asked)
    usual = (id_ for id_ in near if rank(id_.removeprefix("pypi:")) <= _USED_BY_MANY)
    return replace(identity, candidates=tuple(id_ for id_ in usual if id_ != identity.id))


def _near(identity: Identity, known: Knowledge, asked: Asked) -> tuple[ModuleId, ...]:
    from toolcrib.identify.near import near_names  # noqa: PLC0415 -- only for what is left open

    return near_names(identity.name, known, exists=asked.exists)


def _is_idle(identity: Identity) -> bool:
    """Return whether only the index knows a project, and that little happens there."""
    project = identity.project
    if project is None or not identity.source.startswith(INDEX):
        return False
    return project.quiet or project.versions <= _FEW_VERSIONS


HEADLINES = {
    State.STDLIB: "standard library",
    State.STDLIB_REMOVED: "removed from the standard library",
    State.PYTHON2: "a module of Python 2",
    State.STDLIB_ATTRIBUTE: "a name in a module of the standard library",
    State.ATTRIBUTE: "a class or a function of distributions",
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
"""What each state is in a few words."""

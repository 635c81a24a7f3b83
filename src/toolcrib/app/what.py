"""What a name is, and what is meant by it."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from toolcrib.app.names import Asked, ask, identities, knowledge
from toolcrib.identify.identify import nobody
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.identity import Identity, State
from toolcrib.model.value import Value


class What(Value, frozen=True, kw_only=True):
    """The answers in the order of the names, and why some names could not be looked up."""

    identities: tuple[Identity, ...]
    failed: dict[str, str]


def what(
    names: Sequence[str],
    target: str = "",
    texts: Callable[[str], str] = str,
    *,
    online: bool = False,
) -> What:
    """Say what names are.

    Args:
        names: The names as somebody wrote them.
        target: The Python to judge for; empty for the newest that is known.
        texts: Puts notes into the reader's language.
        online: Whether the index may be asked for what the tables do not know.

    Raises:
        UsageError: The target is no Python that is known.
    """
    known = knowledge(target)
    asked = ask(names, known) if online else Asked(lookup=nobody, failed={})
    found = identities(names, known, asked.lookup).values()
    return What(
        identities=tuple(replace(_perhaps(one, known), note=texts(one.note)) for one in found),
        failed=asked.failed,
    )


def _perhaps(identity: Identity, known: Knowledge) -> Identity:
    """Give a name that was not looked up its near names: it may be misspelt."""
    if identity.state is not State.NOT_LOOKED_UP:
        return identity
    from toolcrib.identify.near import near_names  # noqa: PLC0415 -- only for what is left open

    return replace(identity, candidates=near_names(identity.name, known))


HEADLINES = {
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
"""What each state is in a few words."""

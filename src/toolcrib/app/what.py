"""What a name is, and what is meant by it."""

from collections.abc import Sequence

from toolcrib.app.names import ask, identities, knowledge
from toolcrib.model.identity import Identity
from toolcrib.model.value import Value


class What(Value, frozen=True, kw_only=True):
    """The answers in the order of the names, and why some names could not be looked up."""

    identities: tuple[Identity, ...]
    failed: dict[str, str]


def what(names: Sequence[str], target: str = "", *, online: bool = False) -> What:
    """Say what names are.

    Args:
        names: The names as somebody wrote them.
        target: The Python to judge for; empty for the newest that is known.
        online: Whether the index may be asked for what the tables do not know.

    Raises:
        UsageError: The target is no Python that is known.
    """
    known = knowledge(target)
    if not online:
        return What(identities=tuple(identities(names, known).values()), failed={})
    asked = ask(names, known)
    found = identities(names, known, asked.lookup)
    return What(identities=tuple(found.values()), failed=asked.failed)

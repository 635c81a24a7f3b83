"""What names are: the tables of the active catalogs, and the index where it may be asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolcrib.app.bundle import open_bundle
from toolcrib.identify.identify import Lookup, identify, needs_index, nobody
from toolcrib.identify.knowledge import Knowledge, know
from toolcrib.model.identity import Identity
from toolcrib.model.value import Value

if TYPE_CHECKING:
    from toolcrib.net.index import Answers


class Asked(Value, frozen=True, kw_only=True):
    """A way to look names up, and why some could not be."""

    lookup: Lookup
    failed: dict[str, str]


def knowledge(target: str = "") -> Knowledge:
    """Return all that is known without a network.

    Args:
        target: The Python to judge for, such as `3.13`; empty for the newest that is known.

    Raises:
        UsageError: It is no Python that the table of the standard library knows.
    """
    bundle = open_bundle()
    try:
        known = know(bundle.modules(), bundle.traps(), target)
    finally:
        bundle.close()
    if known.target not in known.stdlib.versions:
        from toolcrib.errors import UsageError  # noqa: PLC0415 -- only when it goes wrong

        message = f"{target} is no Python that toolcrib knows"
        raise UsageError(message, f"name one from 3.0 to {known.stdlib.newest}, such as 3.13")
    return known


def ask(names: Iterable[str], known: Knowledge) -> Asked:
    """Ask the index for the names that the tables leave open."""
    wanted = sorted({name for name in names if needs_index(name, known)})
    if not wanted:
        return Asked(lookup=nobody, failed={})
    from toolcrib.app.clock import utc_now  # noqa: PLC0415 -- only with a network
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- the same
    from toolcrib.model.module import normalised  # noqa: PLC0415 -- the same
    from toolcrib.net.index import ask_index  # noqa: PLC0415 -- the same

    now = utc_now()
    spelled = {name: name.replace(" ", "-") for name in wanted}
    answers: Answers = ask_index(
        spelled.values(), index_settings().value, now.timestamp(), now.date().isoformat()
    )
    return Asked(
        lookup=lambda name: answers.published.get(normalised(name.replace(" ", "-"))),
        failed={
            name: answers.failed[normalised(spelling)]
            for name, spelling in spelled.items()
            if normalised(spelling) in answers.failed
        },
    )


def identities(
    names: Iterable[str], known: Knowledge, lookup: Lookup = nobody
) -> dict[str, Identity]:
    """Return what each name is."""
    return {name: identify(name, known, lookup) for name in dict.fromkeys(names)}

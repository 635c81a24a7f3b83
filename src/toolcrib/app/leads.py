"""Which links of texts lead to another project than the name that they stand behind."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from toolcrib.identify.dossier import Dossier
from toolcrib.identify.identify import identify
from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.leads import leads_elsewhere, strange_target
from toolcrib.model.identity import Identity
from toolcrib.model.mention import Mention
from toolcrib.model.module import normalised
from toolcrib.model.published import Published

Dossiers = Callable[[Iterable[str]], Mapping[str, Dossier]]
"""Tells what projects say of themselves, by normalised name."""

Place = tuple[str, int, int]

_MOST = 400
"""So many projects are asked for at most: a text may name any number of them."""


def nothing(_: Iterable[str]) -> dict[str, Dossier]:
    """Know of no project what it says of itself: who is off-line."""
    return {}


def leads(
    named: Sequence[tuple[Mention, Identity]], known: Knowledge, ask: Dossiers
) -> dict[Place, str]:
    """Return the projects that links lead to, where those are others, by the place of the mention.

    Args:
        named: Mentions with what their names are.
        known: The tables.
        ask: Tells what projects say of themselves.
    """
    strange = [
        (mention, identity, target)
        for mention, identity in named
        if mention.link and (target := strange_target(identity, mention.link))
    ]
    if not strange:
        return {}
    wanted = dict.fromkeys(name for _, one, target in strange for name in (_own(one), target))
    dossiers = ask([name for name in wanted if name][:_MOST])

    def lookup(name: str) -> Published | None:
        dossier = dossiers.get(normalised(name))
        return dossier.published if dossier else None

    found = {
        place(mention): leads_elsewhere(
            identity, mention.link, identify(target, known, lookup), dossiers
        )
        for mention, identity, target in strange
    }
    return {where: project for where, project in found.items() if project}


def place(mention: Mention) -> Place:
    """Return where a mention stands."""
    return mention.path, mention.line, mention.column


def _own(identity: Identity) -> str:
    origin, _, name = (identity.id or "").partition(":")
    return name if origin == "pypi" else ""

"""Which names of texts are other projects than is meant, and which links lead elsewhere.

The tables tell it of names that were looked at by hand. For the rest the index is asked what the
projects say of themselves: those of the names, and those that may be meant in their place.
"""

from collections.abc import Iterable, Mapping, Sequence

from toolcrib.app.names import Dossiers
from toolcrib.identify.identify import INDEX, identify
from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.leads import leads_elsewhere, strange_target
from toolcrib.identify.other_project import (
    Dossier,
    Said,
    as_other,
    other_project,
    suspects,
)
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Mention
from toolcrib.model.module import normalised
from toolcrib.model.published import Published
from toolcrib.model.value import Value
from toolcrib.verify.program_text import read_program

_MOST = 400
"""So many projects are asked for at most: a text may name any number of them."""

Place = tuple[str, int, int]


class Others(Value, frozen=True, kw_only=True):
    """What is to be said of mentions, by their places: another identity, or where a link leads."""

    identities: dict[Place, Identity] = {}  # noqa: RUF012 -- msgspec copies the default
    leads: dict[Place, str] = {}  # noqa: RUF012 -- the same


class _Doubt(Value, frozen=True, kw_only=True):
    """A mention that may mean something else, and the projects that are to be compared."""

    mention: Mention
    identity: Identity
    said: Said | None = None
    others: tuple[str, ...] = ()
    target: str = ""

    @property
    def own(self) -> str:
        """The project of the name."""
        origin, _, name = (self.identity.id or "").partition(":")
        return name if origin == "pypi" else ""


def others(named: Sequence[tuple[Mention, Identity]], known: Knowledge, ask: Dossiers) -> Others:
    """Judge mentions by what they say beside the name.

    Args:
        named: Mentions with what their names are.
        known: The tables.
        ask: Tells what projects say of themselves; off-line it knows of none.
    """
    doubts = [doubt for mention, one in named if (doubt := _doubt(mention, one, known))]
    if not doubts:
        return Others()
    wanted = dict.fromkeys(
        name for one in doubts for name in (one.own, *one.others, one.target) if name
    )
    dossiers = ask(tuple(wanted)[:_MOST])
    identities, leads = dict[Place, Identity](), dict[Place, str]()
    for one in doubts:
        if found := _as_meant(one, dossiers):
            identities[place(one.mention)] = found
        elif led := _led(one, known, dossiers):
            leads[place(one.mention)] = led
    return Others(identities=identities, leads=leads)


def place(mention: Mention) -> Place:
    """Return where a mention stands."""
    return mention.path, mention.line, mention.column


def _doubt(mention: Mention, identity: Identity, known: Knowledge) -> _Doubt | None:
    target = strange_target(identity, mention.link)
    said = None
    if identity.state is State.DISTRIBUTION and identity.source.startswith(INDEX):
        said = Said(
            name=mention.written,
            purpose=mention.purpose,
            link=mention.link,
            install=mention.install,
            imports=tuple(_imported(mention, known)),
        )
    named = suspects(said) if said else ()
    if not named and not target:
        return None
    return _Doubt(mention=mention, identity=identity, said=said, others=named, target=target)


def _imported(mention: Mention, known: Knowledge) -> Iterable[str]:
    """Return what the examples of an entry import beside the standard library."""
    programs = (read_program(one.code) for one in mention.examples if one.is_python)
    roots = (one.module.partition(".")[0] for text in programs for one in text.imports)
    return (root for root in dict.fromkeys(roots) if root not in known.stdlib.modules)


def _as_meant(doubt: _Doubt, dossiers: Mapping[str, Dossier]) -> Identity | None:
    own = dossiers.get(doubt.own)
    if doubt.said is None or own is None:
        return None
    rest = (dossiers[name] for name in doubt.others if name in dossiers)
    found = other_project(doubt.said, own, rest)
    return as_other(doubt.identity, found) if found else None


def _led(doubt: _Doubt, known: Knowledge, dossiers: Mapping[str, Dossier]) -> str:
    if not doubt.target:
        return ""

    def lookup(name: str) -> Published | None:
        dossier = dossiers.get(normalised(name))
        return dossier.published if dossier else None

    other = identify(doubt.target, known, lookup)
    return leads_elsewhere(doubt.identity, doubt.mention.link, other, dossiers)

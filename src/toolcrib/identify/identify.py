"""From a name to what it is."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from toolcrib.identify.imported import (
    CATALOG,
    WELLKNOWN,
    as_imported,
    as_popular,
    as_tabled,
    catalog_evidence,
    evidence_of,
    install_name,
    tabled_owners,
)
from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.near import Exists, near_names
from toolcrib.identify.standard import (
    SOURCE,
    as_attribute,
    as_builtin,
    as_folded,
    as_standard,
    is_below_package,
)
from toolcrib.model.identity import Identity, State, Trap
from toolcrib.model.module import ModuleId, module_id, normalised
from toolcrib.model.published import Published

Lookup = Callable[[str], Published | None]
"""Asks an index for a project; None where it was not asked, or did not answer."""

TRAPS, INDEX, NAMES = "traps", "index", "list of all names"

# What may be the name of a distribution: the grammar of PEP 508 for names.
_DISTRIBUTION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", re.ASCII)

_NAMESAKES = frozenset({State.OTHER_PROJECT, State.PLACEHOLDER})


def nobody(_: str) -> None:
    """Answer no question: the lookup of somebody who is off-line."""


def identify(
    name: str, knowledge: Knowledge, lookup: Lookup = nobody, exists: Exists | None = None
) -> Identity:
    """Say what a name is, from the nearest source that knows.

    The sources in their order: the table of the standard library, the catalog, traps, import names,
    the names that lists use often, classes and functions of the standard library, the table of
    import names, the index, and without it the most downloaded projects. What none of them has is
    UNKNOWN, with near names; what nobody was asked for is NOT_LOOKED_UP.

    Args:
        name: The name as it is written.
        knowledge: The tables.
        lookup: The index, or what stands for it.
        exists: Tells whether any name is a project, where a list of all names is at hand.
    """
    name = " ".join(name.split())
    found = locate(name, knowledge) or as_tabled(name)
    if found is None:
        return _from_index(name, knowledge, lookup, exists)
    if _may_have_namesake(found) and (published := lookup(found.name)):
        other = published.name if published.exists else ""
        return replace(found, namesake=other, as_of=published.as_of)
    return found


def locate(name: str, knowledge: Knowledge) -> Identity | None:
    """Say what a name is by the tables alone, or nothing."""
    return (
        as_standard(name, knowledge)
        or _distribution(name, knowledge)
        or _trapped(knowledge.traps.get(name), name, knowledge)
        or as_imported(name, knowledge)
        or _trapped(knowledge.folded_traps.get(_folded(name)), name, knowledge)
        or as_folded(name, knowledge)
        or _spelled(name, knowledge)
        or as_builtin(name, knowledge)
        or as_attribute(name, knowledge, distinct=True)
    )


def needs_index(name: str, knowledge: Knowledge) -> bool:
    """Return whether the tables leave a question that an index can answer."""
    name = " ".join(name.split())
    found = locate(name, knowledge) or as_tabled(name)
    if found is not None:
        return _may_have_namesake(found)
    return _is_distribution(name) and not is_below_package(name, knowledge)


def _is_distribution(name: str) -> bool:
    return _DISTRIBUTION.fullmatch(name.replace(" ", "-")) is not None


def _folded(name: str) -> str:
    return normalised(name.replace(" ", "-"))


def _distribution(name: str, knowledge: Knowledge) -> Identity | None:
    id_ = module_id(name, std=False)
    if module := knowledge.modules.get(id_):
        return Identity(
            name=name,
            state=State.DISTRIBUTION,
            id=id_,
            imports=module.import_names,
            distributions=(module.install_name,),
            source=CATALOG,
            evidence=(catalog_evidence(id_, knowledge),),
        )
    key = normalised(name)
    if key in knowledge.wellknown and normalised(name) not in knowledge.folded_traps:
        imports = knowledge.wellknown[key] or (key.replace("-", "_"),)
        return Identity(
            name=name,
            state=State.DISTRIBUTION,
            id=id_,
            imports=imports,
            distributions=(key,),
            source=WELLKNOWN,
            evidence=("list by hand",),
        )
    return None


def _trapped(trap: Trap | None, name: str, knowledge: Knowledge) -> Identity | None:
    if trap is None:
        return None
    own = module_id(trap.name, std=False)
    listed = tuple(id_ for id_ in knowledge.imports.get(trap.name, ()) if id_ != own)
    owners = listed or tuple(id_ for id_ in tabled_owners(trap.name) if id_ in trap.means)
    state = State.IMPORT_NAME if owners and trap.state in _NAMESAKES else trap.state
    means = tuple(dict.fromkeys((*trap.means, *owners)))
    mine = module_id(name.replace(" ", "-"), std=False)
    return Identity(
        name=name,
        state=state,
        id=_trap_id(state, mine, means),
        imports=(trap.name,) if state is State.IMPORT_NAME else (),
        distributions=tuple(
            install_name(id_, knowledge) for id_ in means if not id_.startswith("std:")
        ),
        source=TRAPS,
        as_of=trap.as_of,
        note=trap.why,
        evidence=tuple(
            evidence_of(trap.name, id_) or f"reviewed by hand: {trap.source}"
            for id_ in means
            if not id_.startswith("std:")
        ),
        candidates=means,
        namesake=trap.name if trap.state in _NAMESAKES else "",
    )


def _trap_id(state: State, mine: ModuleId, means: tuple[ModuleId, ...]) -> ModuleId | None:
    if state in (State.RENAMED, State.UMBRELLA, State.ARCHIVED):
        return mine
    if state in (State.PROGRAM, State.UNKNOWN) or not means:
        return None
    return means[0]


def _spelled(name: str, knowledge: Knowledge) -> Identity | None:
    """Find what somebody wrote with spaces: "scikit learn", "Beautiful Soup", "Light GBM"."""
    if " " not in name:
        return None
    joined = normalised(name).replace("-", "").replace(" ", "")
    found = (
        _distribution(_folded(name), knowledge)
        or _trapped(knowledge.folded_traps.get(joined), name, knowledge)
        or _distribution(knowledge.joined.get(joined, ""), knowledge)
    )
    if found is None or found.id is None:
        return None
    meant = found.candidates or (found.id,)
    return replace(found, name=name, state=State.BRAND, id=meant[0], candidates=meant, namesake="")


def _may_have_namesake(found: Identity) -> bool:
    own = {normalised(name) for name in found.distributions}
    return (
        found.state in (State.IMPORT_NAME, State.PROGRAM)
        and not found.namesake
        and _is_distribution(found.name)
        and normalised(found.name) not in own
    )


def _from_index(name: str, knowledge: Knowledge, lookup: Lookup, exists: Exists | None) -> Identity:
    if is_below_package(name, knowledge):
        near = near_names(name, knowledge, exists=exists)
        return Identity(name=name, state=State.UNKNOWN, source=SOURCE, candidates=near)
    published = lookup(name.replace(" ", "-")) if _is_distribution(name) else None
    if published is not None and published.exists:
        return _published(name, published)
    weak = as_attribute(name, knowledge, distinct=False)
    if weak is not None and (published is not None or not _is_distribution(name)):
        return weak
    if published is None and (popular := as_popular(name)):
        return popular
    if published is None and _is_distribution(name):
        note = weak.note if weak else ""
        return Identity(name=name, state=State.NOT_LOOKED_UP, note=note)
    return Identity(
        name=name,
        state=State.UNKNOWN,
        source=_source(published) if published else "tables",
        as_of=published.as_of if published else "",
        candidates=near_names(name, knowledge, exists=exists),
    )


def _source(published: Published) -> str:
    if published.listed:
        return NAMES
    return f"{INDEX} {published.index}".strip()


_BY_STATUS = {"quarantined": State.QUARANTINED, "archived": State.ARCHIVED}


def _published(name: str, published: Published) -> Identity:
    plain = State.BRAND if " " in name else State.DISTRIBUTION
    state = _BY_STATUS.get(published.status, plain)
    note = published.reason
    if state is not State.QUARANTINED and not published.installable:
        state = State.NO_FILES
        note = "all its files are yanked" if published.files else "it has no files"
    elif published.status == "deprecated":
        note = published.reason or "its owners mark it as deprecated"
    id_ = module_id(published.name, std=False)
    return Identity(
        name=name,
        state=state,
        id=id_,
        candidates=(id_,) if state is State.BRAND else (),
        distributions=(published.name,),
        source=_source(published),
        evidence=(INDEX,),
        as_of=published.as_of,
        note=note,
        newest=published.newest,
        released=published.released,
    )

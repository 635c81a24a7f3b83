"""Whether the link of a name leads to another project than the name.

A link is compared with what the project of the name calls its own, where the index was asked, and
else with the name alone: the page of the index that it leads to, or the repository, where that
bears the name of another project that is well known. Repositories move, projects share them, and
owners are called like their projects: whatever may be of one family is left alone.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from toolcrib.identify.dossier import Dossier
from toolcrib.identify.imported import CATALOG, WELLKNOWN
from toolcrib.identify.links import addresses, index_page, repository
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import normalised

_KNOWN = (CATALOG, WELLKNOWN)
_PLAIN = (State.DISTRIBUTION, State.STDLIB)
_ALIKE, _SHORTEST = 5, 3
_NO_DOSSIERS: Mapping[str, Dossier] = {}


def strange_target(identity: Identity, link: str) -> str:
    """Return the project that a link may lead to by its address alone, if it is not called so."""
    if identity.state not in _PLAIN or not identity.id:
        return ""
    page = index_page(link)
    project = page or normalised(repository(link).rpartition("/")[2])
    # What one imports may be the name of somebody else's distribution.
    imports = () if page else identity.imports
    return "" if project in _names(identity, imports) else project


def leads_elsewhere(
    identity: Identity,
    link: str,
    other: Identity,
    dossiers: Mapping[str, Dossier] = _NO_DOSSIERS,
) -> str:
    """Return the project that a link leads to, where that is surely not the one of the name.

    Args:
        identity: What the name is.
        link: Where it leads.
        other: What the name is that `strange_target` found in the link.
        dossiers: What the index says of either project, by normalised name.
    """
    project = strange_target(identity, link)
    if not project:
        return ""
    if index_page(link):
        return project if _is_other_page(identity, project, other) else ""
    return project if _is_other_home(identity, repository(link), other, dossiers) else ""


def _is_other_page(identity: Identity, project: str, other: Identity) -> bool:
    if normalised(other.namesake) == project:
        return True
    known = other.state is State.DISTRIBUTION and (other.source in _KNOWN or other.as_of)
    if identity.state is State.STDLIB and _is_kin(identity, project):
        return False
    return bool(known) and not _is_same(identity, other)


def _is_other_home(
    identity: Identity, place: str, other: Identity, dossiers: Mapping[str, Dossier]
) -> bool:
    """Whether a repository is another project's: by what both say, else by well-known names."""
    if other.state is not State.DISTRIBUTION or _is_same(identity, other):
        return False
    _, owner, repo = place.split("/", 2)
    project = normalised(repo)
    mine = _homes(dossiers.get((identity.id or "").partition(":")[2]))
    theirs = _homes(dossiers.get(project))
    if place in mine or any(home.split("/")[1] == owner for home in mine):
        return False
    if _is_kin(identity, project) or (owner and _is_kin(identity, owner)):
        return False
    return other.source in _KNOWN or bool(mine and place in theirs)


def _homes(dossier: Dossier | None) -> frozenset[str]:
    """Return the repositories that a project calls its own."""
    found = dossier.contents if dossier else None
    told = (*found.links, *addresses(found.text)) if found else ()
    return frozenset(filter(None, map(repository, told)))


def _is_same(one: Identity, other: Identity) -> bool:
    """Whether two names stand for one project, or for two that bring the same modules."""
    ids = {one.id, *one.candidates}, {other.id, *other.candidates}
    tops = [{name.partition(".")[0] for name in who.imports} for who in (one, other)]
    return bool((ids[0] & ids[1]) - {None} or tops[0] & tops[1])


def _is_kin(identity: Identity, project: str) -> bool:
    """Whether a project's name has so much of a name in it that the two may belong together."""
    plain = project.replace("-", "")
    return any(
        _is_alike(name.replace("-", ""), plain) for name in _names(identity, identity.imports)
    )


def _is_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and short in long:
        return True
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return match.size >= _ALIKE


def _names(identity: Identity, imports: Iterable[str]) -> frozenset[str]:
    """Return the names that a module goes by, normalised, and those that one imports."""
    ids = [id_.partition(":")[2] for id_ in (identity.id or "", *identity.candidates)]
    told = (identity.name, *identity.distributions, *imports, *ids)
    plain = (re.sub(r"\[.*", "", name).replace(" ", "-") for name in told)
    return frozenset(normalised(name) for name in plain if name)

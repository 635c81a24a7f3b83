"""Whether a name is that of another project than is meant, by what shows it.

That a name can be installed proves nothing: beside what a text says of a module stands what the
project of that name says of itself, and what another one says that may be meant. This module
speaks only where both agree: the project of the name does not fit, and another one does. It asks
nobody: `suspects` tells which projects to look up, `other_project` judges the answers.
"""

import re
from collections.abc import Iterable

from toolcrib.identify.dossier import AFFIXES, Dossier, Said, claims
from toolcrib.identify.links import index_page, repository
from toolcrib.identify.misfit import misfit
from toolcrib.identify.tables import owners, popular
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId, module_id, normalised
from toolcrib.model.published import Kind
from toolcrib.model.value import Value


class OtherProject(Value, frozen=True, kw_only=True):
    """The project that is meant in place of the one that bears the name, and what shows it."""

    meant: ModuleId
    why: str


def suspects(said: Said) -> tuple[str, ...]:
    """Return the projects that may be meant by a name beside the one that bears it.

    They are those that the text leads to, and well-known ones that are called almost so. Of names
    that are well known themselves nothing else is suspected.
    """
    own = normalised(said.name.replace(" ", "-"))
    if own in popular():
        return ()
    named = [said.install.partition("[")[0], index_page(said.link)]
    place = repository(said.link)
    if place and place.rpartition("/")[2]:
        named.append(place.rpartition("/")[2])
    for imported in (said.name, *said.imports):
        named += [owner.distribution for owner in owners(imported)[1]]
    alike = [variant for form in AFFIXES if (variant := form.format(own)) in popular()]
    found = dict.fromkeys(normalised(name) for name in (*named, *alike) if _is_name(name))
    return tuple(name for name in found if name != own)


def other_project(said: Said, own: Dossier, others: Iterable[Dossier]) -> OtherProject | None:
    """Return the project that is meant, where it is sure that it is not the one of that name.

    Nothing is said of a name that is well known, nor where the two projects speak of each other:
    one may continue the other. Each signal needs both sides, the misfit of the one and the fit of
    the other: the link, the imports of the examples, the purpose; without any of them, a project of
    the name that is empty or says nothing at all, beside a well-known one that is called so.

    Args:
        said: What the text says.
        own: The project that bears the name.
        others: What is known of the suspects.
    """
    if own.contents is None or not own.published.exists or own.published.name in popular():
        return None
    for other in others:
        if other.contents is None or not other.published.installable:
            continue
        if why := misfit(said, own, other):
            return OtherProject(meant=module_id(other.published.name, std=False), why=why)
    return None


def means_namesake(said: Said, own: Dossier, usual: Dossier | None) -> bool:
    """Return whether a text means the very project that bears a name, though mostly another is.

    Its link leads to what that project calls its own repository or site, and the one that is mostly
    meant does not. A page of the index proves nothing: somebody who is mistaken leads there, too.
    """
    found = own.contents
    if usual is None or usual.contents is None or claims(usual, said.link):
        return False
    if found is None or found.kind is not Kind.MODULES or index_page(said.link):
        return False
    return claims(own, said.link)


def as_namesake(identity: Identity, own: Dossier) -> Identity:
    """Return the identity of a name that stands for the project that bears it."""
    published, found = own.published, own.contents
    return Identity(
        name=identity.name,
        state=State.DISTRIBUTION,
        id=module_id(published.name, std=False),
        imports=found.imports if found else (),
        distributions=(published.name,),
        source="the text itself",
        as_of=published.as_of,
        newest=published.newest,
        released=published.released,
    )


def as_other(identity: Identity, other: OtherProject) -> Identity:
    """Return the identity of a name that is another project than is meant."""
    from msgspec.structs import replace  # noqa: PLC0415 -- only with a network

    return replace(
        identity,
        state=State.OTHER_PROJECT,
        id=other.meant,
        distributions=(other.meant.removeprefix("pypi:"),),
        candidates=(other.meant,),
        namesake=identity.name,
        note=other.why,
    )


def _is_name(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name, re.ASCII))

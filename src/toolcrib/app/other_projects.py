"""Which of several projects a text means by a name: what it takes to know is looked up."""

from collections.abc import Callable, Iterable, Mapping

from toolcrib.app.names import ask_projects
from toolcrib.app.projects import contents_of
from toolcrib.identify.dossier import Dossier, Said
from toolcrib.identify.identify import INDEX
from toolcrib.identify.other_project import (
    as_namesake,
    as_other,
    means_namesake,
    other_project,
    suspects,
)
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Mention
from toolcrib.model.module import normalised
from toolcrib.model.published import Published
from toolcrib.verify.program_text import read_program

Known = Callable[[str], Published | None]
"""What the index has answered on a name; None where it was not asked, or did not answer."""

_PLAIN = frozenset({State.DISTRIBUTION, State.BRAND})


def said_by(mention: Mention) -> Said:
    """Return what an entry says of the name that it is about."""
    imports = (
        one.module.partition(".")[0]
        for example in mention.examples
        for one in read_program(example.code).imports
    )
    return Said(
        name=mention.written,
        purpose=mention.purpose,
        link=mention.link,
        install=mention.install,
        imports=tuple(dict.fromkeys(imports)),
    )


def settled(
    said: Iterable[Said], found: Mapping[str, Identity], known: Known
) -> dict[Said, Identity]:
    """Return the identities of names that turn out to be others by what texts say of them.

    Two ways lead there: a name in no table, whose project is surely not the one that is meant; and
    an import name or the like whose namesake is meant after all. Only where there is such a doubt
    the projects are looked into: two small requests each, which are kept. What could not be looked
    up leaves its name as it is. Call it only where the index may be asked.

    Args:
        said: What texts say of names; where there is no text, the names alone.
        found: What the names are by the tables and the index.
        known: What the index has answered on them.
    """
    entries = [one for one in dict.fromkeys(said) if one.name in found]
    doubtful = {
        one: others
        for one in entries
        if _is_unsettled(found[one.name], known) and (others := suspects(one))
    }
    disputed = [one for one in entries if one.link and _is_disputed(found[one.name])]
    if not doubtful and not disputed:
        return {}
    dossiers = dossiers_of(
        {
            *(one.name for one in (*doubtful, *disputed)),
            *(name for others in doubtful.values() for name in others),
            *(_usual(found[one.name]) for one in disputed),
        }
    )
    answers: dict[Said, Identity] = {}
    for one in disputed:
        own, usual = dossiers.get(_key(one.name)), dossiers.get(_usual(found[one.name]))
        if own and means_namesake(one, own, usual):
            answers[one] = as_namesake(found[one.name], own)
    for one, others in doubtful.items():
        own = dossiers.get(_key(one.name))
        rivals = [dossiers[name] for name in others if name in dossiers]
        if own and (other := other_project(one, own, rivals)):
            answers[one] = as_other(found[one.name], other)
    return answers


def _is_unsettled(identity: Identity, known: Known) -> bool:
    """Return whether nothing but the index knows a name: then only its own words speak for it."""
    if identity.state not in _PLAIN or not identity.source.startswith(INDEX):
        return False
    published = known(identity.name)
    return published is not None and published.exists and not published.listed


def _is_disputed(identity: Identity) -> bool:
    return bool(identity.namesake and identity.distributions)


def _usual(identity: Identity) -> str:
    """Return the project that is mostly meant by a name."""
    return normalised(identity.distributions[0].partition("[")[0])


def dossiers_of(names: Iterable[str]) -> dict[str, Dossier]:
    """Ask the index what projects say of themselves; those that it has not are left out."""
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- only with a network

    answers, _ = ask_projects(names)
    there = {name: one for name, one in answers.published.items() if one.exists}
    found, _ = contents_of(there.values(), index_settings().value)
    return {name: Dossier(published=one, contents=found.get(name)) for name, one in there.items()}


def _key(name: str) -> str:
    return normalised(name.replace(" ", "-"))

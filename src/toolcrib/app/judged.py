"""Mentions with what is known of them: what the rules judge."""

from collections.abc import Sequence

from toolcrib.app import other_projects
from toolcrib.app.leads import Place, place
from toolcrib.app.names import Asked
from toolcrib.app.releases import release
from toolcrib.app.standing import project
from toolcrib.model.finding import Judged, Release, Standing
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Mention
from toolcrib.model.module import ModuleId, normalised
from toolcrib.model.value import Value


class About(Value, frozen=True, kw_only=True):
    """What is known of all names: by the index, by what is said beside them, by verification."""

    identities: dict[Place, Identity]
    asked: Asked
    target: str
    leads: dict[Place, str]
    standings: dict[str, Standing]


def meant_by(
    mentions: Sequence[Mention], found: dict[str, Identity], asked: Asked, *, online: bool
) -> list[tuple[Mention, Identity]]:
    """Return mentions with what is meant by them, as far as the index may be asked for that."""
    if not online:
        return [(mention, _meant(mention, found)) for mention in mentions]
    said = [other_projects.said_by(mention) for mention in mentions]
    settled = other_projects.settled(said, found, asked.lookup)
    return [
        (mention, settled.get(one) or _meant(mention, found))
        for mention, one in zip(mentions, said, strict=True)
    ]


def _meant(mention: Mention, found: dict[str, Identity]) -> Identity:
    """Return what a mention is; what it says itself to install decides where its name does not."""
    identity, hinted = found[mention.written], found.get(mention.hint)
    unclear = identity.state in (State.UNKNOWN, State.NOT_LOOKED_UP) or " " in mention.written
    if not unclear or hinted is None or hinted.state is not State.DISTRIBUTION or not hinted.id:
        return identity
    return Identity(
        name=mention.written,
        state=State.BRAND,
        id=hinted.id,
        imports=hinted.imports,
        distributions=hinted.distributions,
        source="the text itself",
        candidates=(hinted.id,),
    )


def judge(mentions: Sequence[Mention], about: About) -> tuple[Judged, ...]:
    """Return the mentions of a text with what is known of them, and where each stood before."""
    judged: list[Judged] = []
    seen: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        identity = about.identities[place(mention)]
        name = canonical(identity)
        key = (mention.form, name or mention.written.casefold())
        first = seen.setdefault(key, mention)
        again = first if first.line != mention.line else None
        judged.append(
            Judged(
                mention=mention,
                identity=identity,
                name=name,
                first=again,
                release=_release(mention, identity, about),
                standing=about.standings.get(project(identity)),
                leads_to=about.leads.get(place(mention), ""),
            )
        )
    return tuple(judged)


def _release(mention: Mention, identity: Identity, about: About) -> Release | None:
    lookup, vulnerable = about.asked.lookup, about.asked.vulnerable
    return release(mention, identity, lookup(mention.written), about.target, vulnerable)


def _names(ids: Sequence[ModuleId]) -> set[str]:
    return {id_.partition(":")[2] for id_ in ids}


def canonical(identity: Identity) -> str:
    """Return the name that all mentions of a module share; empty where it is no module.

    A module that Python 3 has in small letters goes by these: Tkinter is tkinter.
    """
    if identity.state is State.PYTHON2 and identity.name.lower() in _names(identity.candidates):
        return identity.name.lower()
    if identity.id:
        return identity.id.partition(":")[2]
    if identity.state is State.NOT_LOOKED_UP:
        return normalised(identity.name.replace(" ", "-"))
    return ""

"""The state of projects: what the index and their own files say of them today."""

from collections.abc import Mapping, Sequence

from toolcrib.app.names import ask_projects, ask_vulnerable
from toolcrib.app.other_projects import settled
from toolcrib.app.projects import contents_of
from toolcrib.identify.dossier import Said
from toolcrib.identify.identify import INDEX
from toolcrib.identify.project import described
from toolcrib.identify.tables import popular
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import normalised
from toolcrib.model.published import Published

_NO_PROJECT = frozenset(
    {State.STDLIB, State.BUILTIN, State.STDLIB_ATTRIBUTE, State.PYTHON2, State.UNKNOWN}
)


def with_states(identities: Sequence[Identity]) -> tuple[tuple[Identity, ...], dict[str, str]]:
    """Return identities with what is known of the project behind each, and why of some it is not.

    That is the project of the name itself where there is one, else the first that it stands for.
    """
    meant = {one.name: project for one in identities if (project := project_of(one))}
    if not meant:
        return tuple(identities), {}
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- only with a network

    settings = index_settings().value
    answers, listed = ask_projects(meant.values())
    there = {name: one for name, one in answers.published.items() if one.exists}
    found, unread = contents_of(there.values(), settings)
    vulnerable = ask_vulnerable((one, one.newest) for one in there.values())

    def exists(name: str) -> bool:
        key = normalised(name)
        return key in popular() or (listed is not None and key in listed)

    def judged(identity: Identity) -> Identity:
        published = there.get(normalised(meant.get(identity.name, "")))
        if published is None:
            return identity
        name = published.name
        return described(
            _dated(identity, published),
            published,
            found.get(name),
            exists,
            vulnerable(name, published.newest),
        )

    told = _settled(tuple(map(judged, identities)), answers.published)
    reasons = {**unread, **answers.failed}
    failed = {
        name: reasons[normalised(project)]
        for name, project in meant.items()
        if normalised(project) in reasons
    }
    return told, failed


def _settled(
    identities: tuple[Identity, ...], published: Mapping[str, Published]
) -> tuple[Identity, ...]:
    """Return identities with those of other projects than are meant as such."""
    others = settled(
        [Said(name=one.name) for one in identities],
        {one.name: one for one in identities},
        lambda name: published.get(normalised(name.replace(" ", "-"))),
    )
    return tuple(others.get(Said(name=one.name), one) for one in identities)


def project_of(identity: Identity) -> str:
    """Return the project whose state tells most about a name, or nothing."""
    if identity.state in _NO_PROJECT:
        return ""
    own = identity.state in (State.RENAMED, State.UMBRELLA, State.ARCHIVED)
    if own and identity.id and identity.id.startswith("pypi:"):
        return identity.id.removeprefix("pypi:")
    return identity.distributions[0].partition("[")[0] if identity.distributions else ""


def _dated(identity: Identity, published: Published) -> Identity:
    """Return an identity with the index beside its source: both were asked."""
    if identity.source.startswith(INDEX):
        return identity
    from msgspec.structs import replace  # noqa: PLC0415 -- only with a network

    where = f"{INDEX} {published.index}".strip()
    return replace(identity, source=f"{identity.source}, {where}")

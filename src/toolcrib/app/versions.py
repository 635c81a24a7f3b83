"""Which version of a project a requirement gets, and what is known of that one."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from toolcrib.app.clock import utc_now
from toolcrib.app.names import ask_projects, ask_vulnerable
from toolcrib.app.settings import index_settings
from toolcrib.app.states import project_of
from toolcrib.errors import NetworkError
from toolcrib.identify.identify import INDEX
from toolcrib.identify.requirement import Required, allows, selected
from toolcrib.model.identity import Identity
from toolcrib.model.module import normalised
from toolcrib.model.published import Selected, Versions
from toolcrib.net.session import AT_ONCE
from toolcrib.net.versions import kept_versions, project_versions


def with_versions(
    required: Mapping[str, Required],
    identities: Mapping[str, Identity],
    target: str,
    *,
    online: bool,
) -> tuple[dict[str, Identity], dict[str, str]]:
    """Return the identities of requirements with the versions that they get; and why some lack it.

    Args:
        required: The requirements by how they are written.
        identities: What their projects are, by the same.
        target: The Python to judge for, as X.Y.
        online: Whether the index may be asked; else what it has said in the last month counts. A
            version that nobody was asked for has no date.
    """
    identities = {
        text: _required_of(one, required[text]) if text in required else one
        for text, one in identities.items()
    }
    projects = {
        text: project
        for text, one in required.items()
        if one.specifier and (project := project_of(identities[text]))
    }
    known, failed = _asked(projects.values()) if online else (_kept(projects.values()), {})
    found = {
        text: selected(required[text], known[project], target)
        if project in known
        else Selected(specifier=required[text].specifier, target=target)
        for text, project in projects.items()
    }
    if online:
        found = _with_vulnerabilities(found, projects)
    answers = {text: _with(identities[text], one) for text, one in found.items()}
    reasons = {text: failed[project] for text, project in projects.items() if project in failed}
    return {**identities, **answers}, reasons


def _required_of(identity: Identity, wanted: Required) -> Identity:
    """Return an identity whose first distribution has the extras that are required of it.

    Of what is installed it is told whether the requirement allows it.
    """
    project = normalised(project_of(identity))
    if identity.installed:
        installed = tuple(
            replace(one, fits=one.distribution != project or allows(wanted, one.version))
            for one in identity.installed
        )
        identity = replace(identity, installed=installed)
    if not wanted.extras or not identity.distributions:
        return identity
    first, *others = identity.distributions
    return replace(identity, distributions=(f"{first.partition('[')[0]}{wanted.extras}", *others))


def _with(identity: Identity, found: Selected) -> Identity:
    """Return an identity with its version; the index is then a source as well."""
    if not found.as_of or identity.as_of:
        return replace(identity, selected=found)
    source = f"{identity.source}, {INDEX}"
    return replace(identity, selected=found, source=source, as_of=found.as_of)


def _kept(projects: Iterable[str]) -> dict[str, Versions]:
    settings, now = index_settings().value, utc_now().timestamp()
    kept = {project: kept_versions(project, settings, now) for project in set(projects)}
    return {project: one for project, one in kept.items() if one is not None}


def _asked(projects: Iterable[str]) -> tuple[dict[str, Versions], dict[str, str]]:
    """Return the versions of projects by the index, and why it did not tell those of others."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only with a network

    settings, now = index_settings().value, utc_now()

    def ask(project: str) -> Versions | str:
        try:
            return project_versions(project, settings, now.timestamp(), now.date().isoformat())
        except NetworkError as fault:
            return str(fault)

    wanted = sorted(set(projects))
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        told = dict(zip(wanted, pool.map(ask, wanted), strict=True))
    return (
        {project: one for project, one in told.items() if isinstance(one, Versions)},
        {project: one for project, one in told.items() if isinstance(one, str)},
    )


def _with_vulnerabilities(
    found: Mapping[str, Selected], projects: Mapping[str, str]
) -> dict[str, Selected]:
    answers, _ = ask_projects(projects.values())
    chosen = {text: one.chosen.version for text, one in found.items() if one.chosen}
    published = {text: answers.published.get(normalised(projects[text])) for text in chosen}
    told = ask_vulnerable((one, chosen[text]) for text, one in published.items() if one)
    return {
        text: replace(one, vulnerabilities=told(projects[text], chosen[text]))
        if text in chosen
        else one
        for text, one in found.items()
    }

"""What names are: the tables of the active catalogs, and the index where it may be asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolcrib.app.bundle import open_bundle
from toolcrib.identify.identify import Lookup, identify, needs_index, nobody
from toolcrib.identify.knowledge import Knowledge, know
from toolcrib.identify.near import Exists
from toolcrib.model.identity import Identity
from toolcrib.model.module import normalised
from toolcrib.model.value import Value

if TYPE_CHECKING:
    from toolcrib.app.releases import Vulnerable
    from toolcrib.catalog.bundle import Bundle
    from toolcrib.identify.lines import SortedLines
    from toolcrib.model.published import Published
    from toolcrib.net.index import Answers


def _nobody_tells(_name: str, _version: str) -> None:
    """Tell nothing of any version."""


class Asked(Value, frozen=True, kw_only=True):
    """A way to look names up, why some could not be, and whether any name at all exists.

    `vulnerable` tells what is known of a version of a project, None where nobody told. `silent` are
    the projects that are known, and of whose state today nothing came.
    """

    lookup: Lookup
    failed: dict[str, str]
    exists: Exists | None = None
    vulnerable: "Vulnerable" = _nobody_tells
    silent: frozenset[str] = frozenset()


def knowledge(target: str = "", bundle: "Bundle | None" = None) -> Knowledge:
    """Return all that is known without a network.

    Args:
        target: The Python to judge for, such as `3.13`; empty for the newest that is known.
        bundle: The bundle of the catalogs, where it is open already.

    Raises:
        UsageError: It is no Python that the table of the standard library knows.
    """
    opened = bundle or open_bundle()
    try:
        known = know(opened.modules(), opened.traps(), target, opened.proven())
    finally:
        if bundle is None:
            opened.close()
    if known.target not in known.stdlib.versions:
        from toolcrib.errors import UsageError  # noqa: PLC0415 -- only when it goes wrong

        message = f"{target} is no Python that toolcrib knows"
        raise UsageError(message, f"name one from 3.0 to {known.stdlib.newest}, such as 3.13")
    return known


def ask(
    names: Iterable[str],
    known: Knowledge,
    pins: Iterable[tuple[str, str]] = (),
    projects: Iterable[str] = (),
) -> Asked:
    """Ask the index for the names that the tables leave open, and for projects and versions.

    Args:
        names: Names as they are written.
        known: The tables.
        pins: Projects with a version each that is to be looked up.
        projects: Projects whose state is wanted, though the tables know them.
    """
    pinned = tuple(pins)
    open_ = {*dict(pinned), *(name for name in names if needs_index(name, known))}
    wanted = sorted(open_.union(projects))
    if not wanted:
        return Asked(lookup=nobody, failed={})
    answers, listed = ask_projects(name.replace(" ", "-") for name in wanted)
    return Asked(
        lookup=lambda name: answers.published.get(_key(name)),
        failed={name: answers.failed[_key(name)] for name in open_ if _key(name) in answers.failed},
        silent=frozenset(answers.failed),
        exists=listed.__contains__ if listed else None,
        vulnerable=_of_versions(pinned, answers) if pinned else _nobody_tells,
    )


def _of_versions(pins: Iterable[tuple[str, str]], answers: "Answers") -> "Vulnerable":
    """Ask what is known of the versions of some projects."""
    published = ((answers.published.get(_key(name)), wanted) for name, wanted in pins)
    return ask_vulnerable((one, wanted) for one, wanted in published if one and one.exists)


def ask_vulnerable(versions: "Iterable[tuple[Published, str]]") -> "Vulnerable":
    """Ask what is known of versions of projects of the default index; no other one tells."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only with a network

    from toolcrib.app.clock import utc_now  # noqa: PLC0415 -- the same
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- the same
    from toolcrib.net.session import AT_ONCE, Session  # noqa: PLC0415 -- the same
    from toolcrib.net.vulnerabilities import known_vulnerabilities  # noqa: PLC0415 -- the same

    asked = [(_key(one.name), version) for one, version in versions if version and not one.index]
    settings, now = index_settings().value, utc_now().timestamp()
    session = Session(settings)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        told = pool.map(
            lambda pin: known_vulnerabilities(pin[0], pin[1], session, settings, now), asked
        )
        known = dict(zip(asked, told, strict=True))
    return lambda name, version: known.get((_key(name), version))


def ask_projects(names: Iterable[str]) -> "tuple[Answers, SortedLines | None]":
    """Ask the index for projects; beside it stands the list of all names, if there is one."""
    from toolcrib.app.clock import utc_now  # noqa: PLC0415 -- only with a network
    from toolcrib.app.known_names import kept_names  # noqa: PLC0415 -- the same
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- the same
    from toolcrib.net.index import ask_index  # noqa: PLC0415 -- the same

    now, settings = utc_now(), index_settings().value
    answers = ask_index(names, settings, now.timestamp(), now.date().isoformat())
    return answers, kept_names(settings)


def remember(names: Iterable[str], known: Knowledge) -> Asked:
    """Look up without a network what the tables leave open: in what indexes have said lately.

    Their answers of the last month count, then the list of all names, if it was ever fetched.
    """
    if not any(needs_index(name, known) for name in names):
        return Asked(lookup=nobody, failed={})
    from toolcrib.app.clock import utc_now  # noqa: PLC0415 -- only for what is left open
    from toolcrib.app.known_names import kept_names  # noqa: PLC0415 -- the same
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- the same
    from toolcrib.model.published import Published  # noqa: PLC0415 -- the same
    from toolcrib.net.index import kept_answer  # noqa: PLC0415 -- the same

    settings, now = index_settings().value, utc_now().timestamp()
    listed = kept_names(settings)

    def lookup(name: str) -> Published | None:
        key = _key(name)
        kept = kept_answer(key, settings, now)
        if listed is None or (kept and (kept.exists or kept.as_of >= listed.comment)):
            return kept
        return Published(name=key, exists=key in listed, as_of=listed.comment, listed=True)

    return Asked(lookup=lookup, failed={}, exists=listed.__contains__ if listed else None)


def identities(
    names: Iterable[str], known: Knowledge, lookup: Lookup = nobody, exists: Exists | None = None
) -> dict[str, Identity]:
    """Return what each name is."""
    return {name: identify(name, known, lookup, exists) for name in dict.fromkeys(names)}


def _key(name: str) -> str:
    return normalised(name.replace(" ", "-"))

"""What the index says of the versions that requirements get."""

from collections.abc import Callable, Iterable

from toolcrib.model.finding import Release
from toolcrib.model.identity import Identity
from toolcrib.model.mention import Mention
from toolcrib.model.module import normalised
from toolcrib.model.published import Published

Vulnerable = Callable[[str, str], tuple[str, ...] | None]
"""From a name and a version to what is known of it; None where nobody tells."""


def pins(mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    """Return names with the one version that is required of each: of these the index is asked."""
    return tuple((m.written, m.pinned) for m in mentions if m.form == "requirement" and m.pinned)


def release(
    mention: Mention,
    identity: Identity,
    published: Published | None,
    target: str,
    vulnerable: Vulnerable,
) -> Release | None:
    """Return what is known of the version that a mention gets; None where nothing is.

    Args:
        mention: A requirement, or any other place that names a distribution.
        identity: What it is.
        published: The index's answer on the distribution, if it was asked.
        target: The Python that is judged for, as X.Y.
        vulnerable: What is known of a version.
    """
    if published is None or not published.exists or published.listed:
        return None
    if not identity.distributions or mention.form != "requirement":
        return None
    if normalised(identity.distributions[0].partition("[")[0]) != normalised(published.name):
        return None
    version = mention.pinned or published.newest
    withdrawn = mention.pinned != "" and _is_among(version, published.withdrawn)
    exists = not mention.pinned or withdrawn or _is_among(version, published.versions)
    needs = published.requires_python if _same(version, published.newest) else ""
    known = vulnerable(published.name, version) if mention.pinned and exists else None
    return Release(
        version=version,
        is_pinned=bool(mention.pinned),
        exists=exists,
        withdrawn=withdrawn,
        unsupported=needs if needs and not supports(needs, target) else "",
        vulnerabilities=known or (),
        as_of=published.as_of,
    )


def _is_among(version: str, versions: Iterable[str]) -> bool:
    return any(_same(version, other) for other in versions)


def _same(one: str, other: str) -> bool:
    """Whether two versions are the same (PEP 440): `1.0` and `1.0.0` are."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 -- only for requirements

    try:
        return Version(one) == Version(other)
    except InvalidVersion:
        return one == other


def supports(requires_python: str, target: str) -> bool:
    """Whether any patch of a Python is allowed; what cannot be read allows all."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 -- the same

    try:
        allowed = SpecifierSet(requires_python)
    except InvalidSpecifier:
        return True
    return any(allowed.contains(f"{target}.{patch}") for patch in (0, 1, 2, 5, 99))

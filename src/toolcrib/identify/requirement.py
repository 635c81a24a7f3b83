"""Which version of a project a requirement gets (PEP 440, PEP 508, PEP 592)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolcrib.model.published import PublishedVersion, Selected, Versions
from toolcrib.model.value import Value
from toolcrib.model.version import version_number

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

_PATCHES = (0, 1, 2, 5, 99)


class Required(Value, frozen=True, kw_only=True):
    """What a requirement says: the project, its extras as they are written, which versions."""

    name: str
    extras: str = ""
    specifier: str = ""


def required(text: str) -> Required | None:
    """Return what a text requires, or None where it is no requirement of PEP 508."""
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415 -- only for requirements

    try:
        found = Requirement(text)
    except InvalidRequirement:
        return None
    if found.url and "://" not in found.url:
        return None
    extras = f"[{','.join(sorted(found.extras))}]" if found.extras else ""
    return Required(name=found.name, extras=extras, specifier=str(found.specifier))


def selected(wanted: Required, versions: Versions, target: str) -> Selected:
    """Return which of a project's versions a requirement gets.

    As installers choose: the newest that is allowed, an unfinished one only if it is asked for or
    nothing else is there, a withdrawn one only if it is pinned.

    Args:
        wanted: The requirement.
        versions: All versions of the project, the newest first.
        target: The Python that is judged for, as X.Y.
    """
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 -- only for requirements

    specifiers = SpecifierSet(wanted.specifier)
    usable = _allowed(specifiers, (one for one in versions.versions if not one.withdrawn))
    chosen = usable[0] if usable else None
    if chosen is None and _is_pin(wanted.specifier):
        pinned = _allowed(specifiers, versions.versions)
        chosen = pinned[0] if pinned else None
    if chosen is None:
        return Selected(specifier=wanted.specifier, target=target, as_of=versions.as_of)
    fits = supports(chosen.requires_python, target)
    others = () if fits else (one for one in usable if supports(one.requires_python, target))
    return Selected(
        specifier=wanted.specifier,
        target=target,
        as_of=versions.as_of,
        chosen=chosen,
        matching=len(usable),
        unsupported="" if fits else chosen.requires_python,
        instead=next((one.version for one in others), ""),
        built=not any(is_for(tags, target) for tags in chosen.wheels),
    )


def allows(wanted: Required, version: str) -> bool:
    """Return whether a requirement allows a version that is installed; one it cannot read, not."""
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 -- only for requirements
    from packaging.version import InvalidVersion  # noqa: PLC0415 -- the same

    try:
        return SpecifierSet(wanted.specifier).contains(version, prereleases=True)
    except InvalidVersion:
        return False


def _allowed(
    specifiers: "SpecifierSet", versions: Iterable[PublishedVersion]
) -> list[PublishedVersion]:
    by_name = {one.version: one for one in versions}
    return [by_name[name] for name in specifiers.filter(by_name)]


def _is_pin(specifier: str) -> bool:
    return specifier.startswith("==") and "," not in specifier and not specifier.endswith(".*")


def supports(requires_python: str, target: str) -> bool:
    """Return whether any patch of a Python is allowed; what cannot be read allows all."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 -- the same

    try:
        allowed = SpecifierSet(requires_python)
    except InvalidSpecifier:
        return True
    return any(allowed.contains(f"{target}.{patch}") for patch in _PATCHES)


def is_for(tags: str, target: str) -> bool:
    """Return whether a wheel is for a Python, whatever the platform.

    Args:
        tags: Its tags of PEP 425, such as `cp39-abi3-win_amd64`.
        target: The Python, as X.Y.
    """
    pythons, abi, _ = tags.split("-")
    wanted = version_number(target)
    for python in pythons.split("."):
        digits = python[2:]
        least = (int(digits[:1]), int(digits[1:] or 0)) if digits.isdecimal() else None
        stable = abi == "abi3" or python.startswith("py")
        if least and (least == wanted or (stable and least[0] == wanted[0] and least <= wanted)):
            return python.startswith(("py", "cp"))
    return False

"""Sdists and the wheels that are built from them: which one is wanted, where its wheel is kept."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from toolcrib.model.module import normalised
from toolcrib.model.published import File
from toolcrib.model.receipt import Lock, Package
from toolcrib.model.value import Value
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import Interpreter

if TYPE_CHECKING:
    from packaging.requirements import Requirement
    from packaging.version import Version

LARGEST_SDIST = 64 * 1024 * 1024

_ARCHIVES = (".tar.gz", ".zip")


class Sdist(Value, frozen=True, kw_only=True):
    """A source distribution: untrusted bytes; `name` is normalised, `file` that of the index."""

    name: str
    version: str
    file: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Wheel(Value, frozen=True, kw_only=True):
    """A wheel that was built here from the sdist of a SHA-256."""

    name: str
    version: str
    path: Path
    sdist: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256_of(self.path)


Fetch = Callable[[str, Interpreter], Sdist]
"""Gets the sdist for a requirement and an interpreter; raises as `choose_sdist`, and NetworkError
where the index cannot be reached."""


def by_name(requirement: str) -> "Requirement":
    """Read a requirement that names a distribution of the index (PEP 508).

    All others lead to code that would run here: an option, a folder, an address.

    Raises:
        CannotInstallError: It is none of that form.
    """
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415 -- an extra

    try:
        read = Requirement(requirement)
    except InvalidRequirement as fault:
        raise CannotInstallError(f"{requirement!r} is no requirement") from fault
    if read.url:
        raise CannotInstallError(f"{requirement!r} asks for an address, not for a distribution")
    return read


def choose_sdist(
    files: Iterable[File], requirement: str, interpreter: Interpreter
) -> tuple[File, str]:
    """Return the file and the version of the newest sdist that is wanted and allowed; pure.

    Raises:
        CannotInstallError: There is none.
    """
    wanted = by_name(requirement)
    found = [
        (version, file)
        for file in files
        if (version := _version(file, wanted.name))
        and not file.yanked
        and _admits(file.requires_python, interpreter.full)
    ]
    # As installers do: one that is no final release is taken only where nothing else is there.
    fitting = set(wanted.specifier.filter(version for version, _ in found))
    if not fitting:
        python = f"Python {interpreter.version}"
        raise CannotInstallError(f"the index has no sdist of {requirement} for {python}")
    newest = max(fitting)
    return next((file, str(version)) for version, file in found if version == newest)


def _version(file: File, project: str) -> "Version | None":
    """Return the version of a file that is an sdist of a project (PEP 625 and before it)."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 -- an extra

    stem = next((file.name.removesuffix(end) for end in _ARCHIVES if file.name.endswith(end)), "")
    name, _, version = stem.rpartition("-")
    if normalised(name) != normalised(project):
        return None
    try:
        return Version(version)
    except InvalidVersion:
        return None


def _admits(requires_python: str, full: str) -> bool:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 -- an extra

    try:
        return SpecifierSet(requires_python).contains(full)
    except InvalidSpecifier:
        return False


def wheels_of(lock: Lock, cache: Path) -> tuple[Path, ...]:
    """Return those wheels of a lock that were built here, as far as they are still what it says."""
    return tuple(wheel for package in _built(lock) for wheel in _wheels(package, cache))


def has_wheels(lock: Lock, cache: Path) -> bool:
    """Tell whether all wheels of a lock that the index does not have are here."""
    return all(_wheels(package, cache) for package in _built(lock))


def _built(lock: Lock) -> tuple[Package, ...]:
    return tuple(package for package in lock.packages if package.sdist)


def _wheels(package: Package, cache: Path) -> list[Path]:
    found = (cache / "wheels" / package.sdist).glob("*/*.whl")
    return [wheel for wheel in found if sha256_of(wheel) in package.hashes]


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()

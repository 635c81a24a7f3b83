"""The Python of the reader's browser: Pyodide, as the site serves it or as it lies elsewhere."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from packaging.requirements import InvalidRequirement, Requirement

from toolcrib.errors import UsageError
from toolcrib.model.module import normalised
from toolcrib.model.value import Value
from toolcrib.verify.pyodide import build_pyodide

PROGRAM_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
"""What a browser loads to start Python; what it may load after that is in the lock file."""

NOWHERE, FROM_NPM = "none", "npm"

_LOCK_FILE = "pyodide-lock.json"
_PINNED = ("3.14", "2026_0")
"""Python and ABI of the version that toolcrib gets from npm."""


class OwnPackage(Value, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """What Pyodide itself has built: a distribution, or a library that some of them share.

    `depends` are names of others of these.
    """

    name: str
    version: str
    file_name: str
    depends: tuple[str, ...] = ()


class Pyodide(Value, frozen=True, kw_only=True):
    """A Pyodide for the pages of a site.

    `address` is where its files are: a folder below the site's root, or a whole URL, in both cases
    with a slash at its end. `folder` is where they lie now, None where the site does not serve
    them; `packages` are those of its own that lie beside them, by normalised name.
    """

    address: str
    python: str
    abi: str
    folder: Path | None = None
    packages: Mapping[str, OwnPackage] = {}

    @property
    def files(self) -> dict[str, Path]:
        """The files that the site serves, by their address."""
        if self.folder is None:
            return {}
        return {
            f"{self.address}{name}": self.folder / name for name in (*PROGRAM_FILES, _LOCK_FILE)
        }

    @property
    def size(self) -> int:
        """The bytes that a browser gets before the first program starts; 0 where not known."""
        return sum(path.stat().st_size for path in self.files.values())

    @property
    def origin(self) -> str:
        """The origin of its files where that is not the site itself, for the content policy."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}" if parts.scheme else ""


class _Info(Value, frozen=True, kw_only=True, forbid_unknown_fields=False):
    python: str
    abi_version: str


class _LockFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=False):
    info: _Info
    packages: dict[str, OwnPackage]


def pyodide_for(wanted: str, cache: Path, tell: Callable[[str], None]) -> Pyodide | None:
    """Return the Pyodide that is asked for.

    Args:
        wanted: `npm` for the pinned one, `none` to do without, a folder that holds one (with
            packages of its own, or without), or a URL at which the pinned version is served.
        cache: The user's cache.
        tell: Hears what goes on, where it is got from npm.

    Raises:
        RefusedError: npm is not installed.
        ToolcribError: npm could not get it.
        UsageError: The folder holds no Pyodide, or the URL is none.
    """
    if wanted == NOWHERE:
        return None
    if wanted == FROM_NPM:
        return _of_folder(build_pyodide(cache, tell).prefix)
    if "://" in wanted:
        return _of_url(wanted)
    return _of_folder(Path(wanted))


def _of_url(url: str) -> Pyodide:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        hint = "name a folder, or the URL of one: https://example.org/pyodide/"
        raise UsageError(f"{url} is no address that Pyodide can be served from", hint)
    python, abi = _PINNED
    return Pyodide(address=f"{url.rstrip('/')}/", python=python, abi=abi)


def _of_folder(folder: Path) -> Pyodide:
    missing = [n for n in (*PROGRAM_FILES, _LOCK_FILE) if not (folder / n).is_file()]
    if missing:
        hint = "unpack a release of Pyodide there, or leave --pyodide out"
        raise UsageError(f"{folder} holds no Pyodide: {missing[0]} is missing", hint)
    try:
        lock = msgspec.json.decode((folder / _LOCK_FILE).read_bytes(), type=_LockFile)
    except msgspec.DecodeError as fault:
        raise UsageError(f"{folder / _LOCK_FILE}: {fault}", "take the file of a release") from fault
    return Pyodide(
        address=f"pyodide/{_digest(folder)}/",
        python=".".join(lock.info.python.split(".")[:2]),
        abi=lock.info.abi_version,
        folder=folder,
        packages={
            normalised(name): package
            for name, package in lock.packages.items()
            if (folder / package.file_name).is_file()
        },
    )


def _digest(folder: Path) -> str:
    """Return what tells one Pyodide from another, so that nobody gets files of two."""
    digest = hashlib.sha256()
    for name in PROGRAM_FILES:
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()[:12]


def own_packages(requirements: Iterable[str], pyodide: Pyodide) -> tuple[OwnPackage, ...] | None:
    """Return the packages of Pyodide's own that meet requirements, or None where one is missing.

    What they depend on comes with them. A requirement with an extra or a marker is not resolved.
    """
    found: dict[str, OwnPackage] = {}
    for text in requirements:
        package = _meeting(text, pyodide)
        if package is None or not _add(package, pyodide, found):
            return None
    return tuple(found.values())


def _meeting(text: str, pyodide: Pyodide) -> OwnPackage | None:
    try:
        wanted = Requirement(text)
    except InvalidRequirement:
        return None
    package = pyodide.packages.get(normalised(wanted.name))
    if package is None or wanted.extras or wanted.marker or wanted.url:
        return None
    return package if wanted.specifier.contains(package.version) else None


def _add(package: OwnPackage, pyodide: Pyodide, found: dict[str, OwnPackage]) -> bool:
    if package.name in found:
        return True
    found[package.name] = package
    needed = (pyodide.packages.get(normalised(name)) for name in package.depends)
    return all(each is not None and _add(each, pyodide, found) for each in needed)

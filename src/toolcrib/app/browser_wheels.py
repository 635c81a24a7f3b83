"""Wheels for a browser's Python: those of a lock, from the package index as the user has set it."""

from pathlib import Path
from typing import TYPE_CHECKING

from toolcrib.app.catalogs import active_folders, receipts_folder
from toolcrib.app.settings import cache_folder, index_settings
from toolcrib.catalog.receipts import read_lock
from toolcrib.errors import NetworkError
from toolcrib.model.receipt import Lock, Package
from toolcrib.net.files import fetch_file, project_files
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.sdists import sha256_of
from toolcrib.verify.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from packaging.tags import Tag

    from toolcrib.model.published import File

LARGEST_WHEEL = 64 * 1024 * 1024


def browser_tags(python: str, abi: str) -> "tuple[Tag, ...]":
    """Return the tags of wheels that Pyodide takes, the best first (PEP 425, PEP 783).

    Args:
        python: Its Python, such as `3.14`.
        abi: The version of its ABI, such as `2026_0`.
    """
    from packaging.tags import compatible_tags, cpython_tags  # noqa: PLC0415 -- for a site only

    major, minor = map(int, python.split(".")[:2])
    platforms = (f"pyemscripten_{abi}_wasm32",)
    own = cpython_tags((major, minor), platforms=platforms)
    return (*own, *compatible_tags((major, minor), f"cp{major}{minor}", platforms))


def lock_of(digest: str) -> Lock | None:
    """Return the lock that a receipt of an active catalog names, if it lies beside one."""
    read = (read_lock(receipts_folder(folder), digest) for folder in active_folders())
    return next(filter(None, read), None)


def browser_wheels(lock: Lock, tags: "Sequence[Tag]") -> tuple[Path, ...]:
    """Return the wheels of a lock as files of the cache; those that are missing are fetched.

    Each has one of the SHA-256 that the lock names, so it is one of those that were proven with.

    Raises:
        CannotInstallError: The index has none that a browser takes.
        NetworkError: The index did not answer, or sent something else than it promised.
    """
    return tuple(_kept(package, tags) or _fetched(package, tags) for package in lock.packages)


def _folder(package: Package) -> Path:
    return cache_folder().value / "browser" / f"{package.name}-{package.version}"


def _kept(package: Package, tags: "Sequence[Tag]") -> Path | None:
    here = {path.name: path for path in _folder(package).glob("*.whl")}
    best = _best(here, tags)
    kept = here.get(best)
    return kept if kept and sha256_of(kept) in package.hashes else None


def _fetched(package: Package, tags: "Sequence[Tag]") -> Path:
    settings = index_settings().value
    files = {file.name: file for file in project_files(package.name, settings)}
    locked = {name: file for name, file in files.items() if file.sha256 in package.hashes}
    best = _best(locked, tags)
    if not best:
        message = f"{package.name} {package.version}: the index has no wheel for a browser"
        raise CannotInstallError(message)
    path = _folder(package) / best
    write_whole(path, _content(locked[best], package))
    return path


def _content(file: "File", package: Package) -> bytes:
    data = fetch_file(file, index_settings().value, LARGEST_WHEEL)
    if not data:
        raise NetworkError(f"{package.name}: {file.name} is empty")
    return data


def _best(names: "Iterable[str]", tags: "Sequence[Tag]") -> str:
    """Return the name of the wheel whose tags come first; empty where none fits."""
    from packaging.utils import InvalidWheelFilename, parse_wheel_filename  # noqa: PLC0415 -- the same

    order = {tag: place for place, tag in enumerate(tags)}
    ranked = []
    for name in names:
        try:
            offered = parse_wheel_filename(name)[3]
        except InvalidWheelFilename:
            # An sdist, or a name that no installer takes either.
            continue
        ranked += [(order[tag], name) for tag in offered if tag in order]
    return min(ranked)[1] if ranked else ""

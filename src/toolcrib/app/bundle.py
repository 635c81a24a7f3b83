"""The bundle to answer from: the one that came with the package, or one made of the content here.

In a checkout, and where the user has catalogs of their own, the bundle is compiled into the cache
and made anew whenever a file of the content has changed. Its file's name says which content it
was made of, so two processes that find the content changed make the same file.
"""

import os
import sys
import zlib
from collections.abc import Iterable, Sequence

from toolcrib.app.settings import cache_path, checkout_path, extra_catalog_paths
from toolcrib.catalog.bundle import FORMAT, Bundle
from toolcrib.errors import ContentError, ToolcribError

_UNREAD = (".pyc", ".png")
"""Ends of files that no bundle is made of."""
_COMPILED_BY = ("catalog", "model", os.path.join("identify", "data"))
"""Folders of the code that a bundle depends on."""


def open_bundle(catalogs: Sequence[str] = ()) -> Bundle:
    """Open the bundle of all active catalogs: the built-in one, the user's, and those named here.

    Raises:
        ContentError: A file of a catalog cannot be read.
        UsageError: A folder is no catalog.
        ToolcribError: There is no bundle, or no place to write one.
    """
    root = checkout_path()
    extra = tuple(map(os.path.abspath, (*extra_catalog_paths().value, *catalogs)))
    folders = (os.path.join(root, "catalog"), *extra) if root else extra
    if not folders:
        return _open_packaged()
    path = bundle_path(folders, code=root)
    try:
        return Bundle(path)
    except ContentError:
        # It is not there, or another process removed it just now as outdated.
        _compile_anew(folders, path, with_packaged=root is None)
        return Bundle(path)


def bundle_path(folders: Sequence[str], code: str | None = None) -> str:
    """Return where the bundle of these catalogs lies in the cache, as their files are now."""
    watched = [folder for catalog in folders for folder in (catalog, *_beside(catalog))]
    if code:
        # Who changes the compiler in a checkout gets a new bundle too.
        watched += [os.path.join(code, "src", "toolcrib", part) for part in _COMPILED_BY]
    who = zlib.crc32("\0".join(watched).encode())
    what = zlib.crc32("\n".join((str(FORMAT), *sorted(_stamps(watched)))).encode())
    return os.path.join(cache_path().value, "bundles", f"{who:08x}-{what:08x}.sqlite")


def _beside(catalog: str) -> tuple[str, str]:
    """Return the folders of receipts and of facts."""
    around = os.path.dirname(catalog)
    return os.path.join(around, "receipts"), os.path.join(around, "facts")


def _stamps(folders: Iterable[str]) -> list[str]:
    """Return path, time of change and size of all files; folders that are not there have none."""
    stamps = []
    left = list(folders)
    while left:
        try:
            entries = os.scandir(left.pop())
        except OSError:
            continue
        with entries:
            for entry in entries:
                # A link is looked at itself: that of an editor's lock leads nowhere.
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                elif not entry.name.endswith(_UNREAD):
                    stat = entry.stat(follow_symlinks=False)
                    stamps.append(f"{entry.path}\0{stat.st_mtime_ns}\0{stat.st_size}")
    return stamps


def _open_packaged() -> Bundle:
    return Bundle(packaged_path())


def packaged_path() -> str:
    """Return where the bundle lies that is part of the installed package.

    Raises:
        ToolcribError: It is not there.
    """
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "bundle.sqlite")
    if not os.path.isfile(path):
        message = "this installation has no bundle of the catalog"
        raise ToolcribError(message, "install the wheel, or work in a checkout")
    return path


def _compile_anew(folders: Sequence[str], path: str, *, with_packaged: bool) -> None:
    import gc  # noqa: PLC0415 -- only when something has changed

    # A catalog is hundreds of thousands of values, none of which refers back to its owner: a fifth
    # of the time would go to looking for cycles among them.
    was_on = gc.isenabled()
    gc.disable()
    try:
        _compile(folders, path, with_packaged=with_packaged)
    finally:
        if was_on:
            gc.enable()


def _compile(folders: Sequence[str], path: str, *, with_packaged: bool) -> None:
    from pathlib import Path  # noqa: PLC0415 -- only when something has changed

    from toolcrib.catalog.beside import read_beside, together  # noqa: PLC0415 -- the same
    from toolcrib.catalog.compile import compile_bundle  # noqa: PLC0415 -- the same
    from toolcrib.catalog.folder import read_catalog  # noqa: PLC0415 -- the same
    from toolcrib.catalog.kept import Kept  # noqa: PLC0415 -- the same
    from toolcrib.catalog.unpack import unpack  # noqa: PLC0415 -- the same
    from toolcrib.identify.stdlib import read_stdlib_names  # noqa: PLC0415 -- the same
    from toolcrib.identify.tables import ranks  # noqa: PLC0415 -- the same
    from toolcrib.model.catalog import merged  # noqa: PLC0415 -- the same

    kept = Kept(_kept_path(path), _made_by())
    catalogs = [read_catalog(Path(folder), kept) for folder in folders]
    parts = [read_beside(*map(Path, _beside(folder)), kept=kept) for folder in folders]
    if with_packaged:
        with Bundle(packaged_path()) as bundle:
            packaged, beside = unpack(bundle)
        catalogs.insert(0, packaged)
        parts.insert(0, beside)
    catalog, beside = merged(tuple(catalogs)), together(parts)
    try:
        compile_bundle(
            catalog,
            beside.receipts,
            Path(path),
            beside.measurements,
            read_stdlib_names().attributes,
            exported=[beside.exported[module] for module in sorted(beside.exported)],
            index=beside.told,
            versions=beside.versions,
            ranks=ranks(id_.partition(":")[2] for id_ in catalog.modules),
            vectors=beside.vectors,
            kept=kept,
        )
    except OSError as fault:
        message = f"cannot write {path}: {fault.strerror}"
        raise ToolcribError(message, "set TOOLCRIB_CACHE to a folder that you may write") from fault
    kept.write(path)
    _remove_outdated(path)


def _kept_path(path: str) -> str:
    """Return where lies what was made for the last bundle of the same catalogs."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f"{name.partition('-')[0]}.kept")


def _made_by() -> str:
    """Return what changes with the code, and the Python, that makes what is kept."""
    package = os.path.dirname(os.path.dirname(__file__))
    code = _stamps(os.path.join(package, part) for part in _COMPILED_BY)
    return f"{FORMAT} {zlib.crc32(repr(code).encode()):08x} {sys.version}"


def _remove_outdated(path: str) -> None:
    folder, name = os.path.split(path)
    for entry in os.scandir(folder):
        same_catalogs = entry.name.startswith(name.partition("-")[0])
        if same_catalogs and entry.name.endswith(".sqlite") and entry.name != name:
            # Windows keeps a file that somebody reads; the next one removes it.
            try:
                os.unlink(entry.path)
            except OSError:
                continue

"""Which catalogs are active, and which of them a command may write to."""

from pathlib import Path

from toolcrib.app.settings import checkout, extra_catalogs
from toolcrib.errors import UsageError


def active_folders() -> tuple[Path, ...]:
    """Return the folders of all active catalogs that lie on this disk, the built-in one first."""
    root = checkout()
    built_in = (root / "catalog",) if root else ()
    return (*built_in, *extra_catalogs().value)


def editable_catalog(wanted: str | None = None) -> Path:
    """Return the catalog that an author works on: as asked for, else the last active one.

    Raises:
        UsageError: There is none to write to.
    """
    folder = Path(wanted) if wanted else next(reversed(active_folders()), None)
    if folder is None:
        message = "there is no catalog here to verify or to add to"
        raise UsageError(message, "name one with --catalog DIR, or work in a checkout of toolcrib")
    if not (folder / "catalog.toml").is_file():
        message = f"{folder} is no catalog: it has no catalog.toml"
        raise UsageError(message, "name the folder that holds modules/ and tasks/")
    return folder


def receipts_folder(catalog: Path) -> Path:
    """Return where the receipts of a catalog lie: beside it."""
    return catalog.resolve().parent / "receipts"

"""Check the content of a catalog."""

from pathlib import Path

from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import interface
from toolcrib.catalog.check import Fault, check_catalog
from toolcrib.catalog.folder import read_catalog
from toolcrib.verify.services import NAMES


def lint(folder: Path) -> tuple[Fault, ...]:
    """Return all faults of a catalog's content.

    Raises:
        ContentError: A file of it cannot be read.
    """
    with open_bundle() as bundle:
        modules = {module.id for module in bundle.modules()}
    catalog = read_catalog(folder)
    return tuple(check_catalog(catalog, services=NAMES, interface=interface(), modules=modules))

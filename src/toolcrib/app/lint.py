"""Check the content of a catalog."""

from pathlib import Path

from toolcrib.app.language import interface
from toolcrib.catalog.check import Fault, check_catalog
from toolcrib.catalog.folder import read_catalog
from toolcrib.verify.services import NAMES


def lint(folder: Path) -> tuple[Fault, ...]:
    """Return all faults of a catalog's content.

    Raises:
        ContentError: A file of it cannot be read.
    """
    return tuple(check_catalog(read_catalog(folder), services=NAMES, interface=interface()))

"""All that lies beside a catalog and was written by commands: what runs gave, and facts."""

from collections.abc import Iterable
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from toolcrib.catalog.exported import read_exported
from toolcrib.catalog.facts import read_index_facts
from toolcrib.catalog.kept import Kept
from toolcrib.catalog.receipts import Receipts, read_measurements, read_receipts, read_versions
from toolcrib.catalog.vectors import read_vectors
from toolcrib.model.exported import Exported
from toolcrib.model.fact import IndexFact
from toolcrib.model.measurement import Measurement


class Beside(NamedTuple):
    """Receipts, measurements, versions by lock; exported names; facts of the index; vectors."""

    receipts: Receipts
    measurements: tuple[Measurement, ...]
    versions: dict[str, dict[str, str]]
    exported: dict[str, Exported]
    told: tuple[IndexFact, ...]
    vectors: dict[str, bytes]


def read_beside(receipts: Path, facts: Path, *, kept: Kept | None = None) -> Beside:
    """Read the folders `receipts` and `facts` of a catalog; one that is not there holds nothing.

    Raises:
        ContentError: A file cannot be read.
    """
    return Beside(
        receipts=read_receipts(receipts),
        measurements=read_measurements(receipts),
        versions=read_versions(receipts, kept),
        exported={each.module: each for each in read_exported(facts)},
        told=read_index_facts(facts),
        vectors=read_vectors(facts),
    )


def together(parts: Iterable[Beside]) -> Beside:
    """Return what lies beside several catalogs as one: a later one adds to, or takes over."""
    return reduce(_joined, parts)


def _joined(one: Beside, other: Beside) -> Beside:
    receipts = dict(one.receipts)
    for module, lines in other.receipts.items():
        receipts[module] = receipts.get(module, ()) + lines
    return Beside(
        receipts=receipts,
        measurements=one.measurements + other.measurements,
        versions=one.versions | other.versions,
        exported=one.exported | other.exported,
        told=one.told + other.told,
        vectors=one.vectors | other.vectors,
    )

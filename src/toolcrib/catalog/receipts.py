"""What `crib verify` wrote: receipts and measurements as lines of JSON, locks as files of TOML.

Receipts lie in `std/` and `pypi/`, a file for each module; measurements in `measurements/`, a file
for each task; locks in `locks/`.
"""

import re
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from toolcrib.catalog.kept import Kept
from toolcrib.catalog.toml import convert, read_toml
from toolcrib.errors import ContentError
from toolcrib.model.measurement import Measurement
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock, Receipt

T = TypeVar("T")

_DIGEST = re.compile("[0-9a-f]+")
_SHARED = (
    *("task", "solution", "module", "source", "cell", "full_python", "toolcrib", "root"),
    *("lock", "output_sha256", "memory_held_by", "reason"),
)

Receipts = dict[ModuleId, tuple[Receipt, ...]]


def read_receipts(folder: Path) -> Receipts:
    """Read the receipts of all modules; a folder that is not there holds none.

    Raises:
        ContentError: A line is no receipt; the message holds file and line.
    """
    files = sorted((*folder.glob("std/*.jsonl"), *folder.glob("pypi/*.jsonl")), key=str)
    known: dict[object, object] = {}
    return {
        ModuleId(f"{path.parent.name}:{path.stem}"): tuple(
            _sharing(receipt, known) for receipt in _read(path, Receipt)
        )
        for path in files
    }


def _sharing(receipt: Receipt, known: dict[object, object]) -> Receipt:
    """Return a receipt that holds what others have too as the very same object.

    Tens of thousands of receipts take less than half of the memory then.
    """
    for name in _SHARED:
        value = getattr(receipt, name)
        shared = known.setdefault(value, value)
        if shared is not value:
            # Nobody else has seen it yet, and it is equal to what it was.
            msgspec.structs.force_setattr(receipt, name, shared)
    return receipt


def read_measurements(folder: Path) -> tuple[Measurement, ...]:
    """Read the measurements of all tasks; a folder that is not there holds none.

    Raises:
        ContentError: A line is no measurement; the message holds file and line.
    """
    files = sorted(folder.glob("measurements/*.jsonl"), key=str)
    return tuple(line for path in files for line in _read(path, Measurement))


def read_lock(folder: Path, digest: str) -> Lock | None:
    """Read the lock that receipts name by a SHA-256; there may be none.

    Raises:
        ContentError: The file is no lock.
    """
    path = folder / "locks" / f"{digest}.toml"
    # A stranger's receipt may name anything, and no path is made of that.
    if not _DIGEST.fullmatch(digest) or not path.is_file():
        return None
    return convert(path, read_toml(path), Lock)


def read_locks(folder: Path) -> dict[str, Lock]:
    """Read the locks by the SHA-256 that receipts name them with.

    Raises:
        ContentError: A file is no lock.
    """
    files = sorted(folder.glob("locks/*.toml"))
    return {path.stem: convert(path, read_toml(path), Lock) for path in files}


def read_versions(folder: Path, kept: Kept | None = None) -> dict[str, dict[str, str]]:
    """Read the versions of each lock's distributions, by the SHA-256 that receipts name it with.

    Locks that are `kept` as they are now are not read again.

    Raises:
        ContentError: A file is no lock.
    """
    kept = kept or Kept()
    return {
        path.stem: kept.of_file("versions", dict[str, str], path, partial(_read_versions, path))
        for path in sorted(folder.glob("locks/*.toml"))
    }


def _read_versions(path: Path) -> dict[str, str]:
    lock = convert(path, read_toml(path), Lock)
    return {package.name: package.version for package in lock.packages}


def _read(path: Path, kind: type[T]) -> tuple[T, ...]:
    decoder = msgspec.json.Decoder(kind)
    values = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as fault:
        raise ContentError(f"cannot read {path}: {fault.strerror}") from fault
    for number, line in enumerate(lines, 1):
        try:
            values.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            hint = "it is written by `crib verify` alone; delete the line and run it again"
            raise ContentError(f"{path}:{number}: {fault}", hint) from fault
    return tuple(values)

"""Receipts and locks as `crib verify` wrote them: one JSON object a line, one TOML file a lock."""

from pathlib import Path

import msgspec

from toolcrib.catalog.toml import convert, read_toml
from toolcrib.errors import ContentError
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock, Receipt

Receipts = dict[ModuleId, tuple[Receipt, ...]]


def read_receipts(folder: Path) -> Receipts:
    """Read the receipts of all modules; a folder that is not there holds none.

    Raises:
        ContentError: A line is no receipt; the message holds file and line.
    """
    files = sorted((*folder.glob("std/*.jsonl"), *folder.glob("pypi/*.jsonl")))
    return {ModuleId(f"{path.parent.name}:{path.stem}"): _read(path) for path in files}


def read_locks(folder: Path) -> dict[str, Lock]:
    """Read the locks by the SHA-256 that receipts name them with.

    Raises:
        ContentError: A file is no lock.
    """
    files = sorted(folder.glob("locks/*.toml"))
    return {path.stem: convert(path, read_toml(path), Lock) for path in files}


def _read(path: Path) -> tuple[Receipt, ...]:
    decoder = msgspec.json.Decoder(Receipt)
    receipts = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as fault:
        raise ContentError(f"cannot read {path}: {fault.strerror}") from fault
    for number, line in enumerate(lines, 1):
        try:
            receipts.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            hint = "receipts are written by `crib verify` alone; delete the line and run it again"
            raise ContentError(f"{path}:{number}: {fault}", hint) from fault
    return tuple(receipts)

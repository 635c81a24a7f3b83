"""What `crib verify` writes: receipts, measurements, locks and pictures, and nobody else does."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from toolcrib.model.example import ExampleRun
from toolcrib.model.measurement import Measurement
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock, Receipt
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.whole import write_whole


def write_receipts(folder: Path, module: ModuleId, receipts: Iterable[Receipt]) -> None:
    """Write all receipts of a module, in order, one JSON object a line; replaces them in whole."""
    encoder = msgspec.json.Encoder(order="deterministic")
    lines = sorted(
        (r.task, r.solution, r.cell.python, r.blocked, encoder.encode(r)) for r in receipts
    )
    origin, _, name = module.partition(":")
    path = folder / origin / f"{name}.jsonl"
    write_whole(path, b"".join(line[-1] + b"\n" for line in lines))


def write_measurements(folder: Path, task: str, measurements: Iterable[Measurement]) -> None:
    """Write what was measured of a task, one JSON object a line; what was there before goes."""
    lines = sorted(
        (m.solution, msgspec.json.encode(m, order="deterministic")) for m in measurements
    )
    path = folder / "measurements" / f"{task}.jsonl"
    write_whole(path, b"".join(line + b"\n" for _, line in lines))


def write_examples(path: Path, runs: Iterable[ExampleRun]) -> None:
    """Write the runs of examples in their order, one JSON object a line.

    Of the place of a list its name alone is kept: where it lay is nobody's business.
    """
    named = (msgspec.structs.replace(run, path=Path(run.path).name) for run in runs)
    write_whole(path, b"".join(msgspec.json.encode(run) + b"\n" for run in named))


def write_lock(folder: Path, lock: Lock) -> None:
    """Keep a lock under its digest, so that the receipt that names it can be reproduced."""
    path = folder / "locks" / f"{lock_digest(lock)}.toml"
    if path.exists():
        return
    lines = [
        f"python = {quoted(lock.python)}",
        f"platform = {quoted(lock.platform)}",
        f"requirements = [{', '.join(map(quoted, lock.requirements))}]",
        f"overrides = [{', '.join(map(quoted, lock.overrides))}]",
    ]
    for package in lock.packages:
        lines += ["", "[[packages]]"]
        lines += [f"name = {quoted(package.name)}", f"version = {quoted(package.version)}"]
        lines += ["hashes = [", *(f"  {quoted(digest)}," for digest in package.hashes), "]"]
        lines += [f"sdist = {quoted(package.sdist)}"] if package.sdist else []
    write_whole(path, ("\n".join(lines) + "\n").encode())


def write_picture(folder: Path, picture: bytes) -> str:
    """Keep a picture under its SHA-256, and return that."""
    digest = hashlib.sha256(picture).hexdigest()
    path = folder / "pictures" / f"{digest}.png"
    if not path.exists():
        write_whole(path, picture)
    return digest


def sweep(folder: Path, receipts: Iterable[Receipt]) -> None:
    """Remove locks and pictures that no receipt names any more."""
    kept = set()
    for receipt in receipts:
        kept |= {f"{receipt.lock}.toml", *(f"{d}.png" for d in receipt.pictures.values())}
    for path in (*folder.glob("locks/*.toml"), *folder.glob("pictures/*.png")):
        if path.name not in kept:
            path.unlink()


def quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    # A JSON string is a TOML basic string (TOML 1.0, "String") but for one character.
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007F")

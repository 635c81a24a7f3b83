"""The runs behind a proof, and the pictures that they made."""

import re
from pathlib import Path

from toolcrib.app.catalogs import active_folders, receipts_folder
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.evidence import RunFact
from toolcrib.model.page import Program
from toolcrib.model.receipt import Receipt

_DIGEST = re.compile("[0-9a-f]{64}")
_PACKAGED = Path(__file__).parents[1] / "pictures"
"""Where an installed package has the pictures of its own catalog."""


def evidence(bundle: Bundle, task: str, program: Program) -> tuple[RunFact, ...]:
    """Return the runs that a program's proof rests on, in the order of its cells."""
    words = {cell.cell: cell.word for cell in program.proof.cells}
    runs = {r.cell: r for r in _plain(bundle, task, program) if r.cell in words}
    return tuple(
        RunFact(
            cell=cell,
            word=words[cell],
            outcome=str(run.outcome),
            full_python=run.full_python,
            when=run.when.date(),
            grade=str(run.grade),
            reason=run.reason,
            services=run.services,
            versions=bundle.versions(run.lock) if run.lock else {},
            distributions=run.distributions,
            installed_size=run.installed_size,
            peak_memory=run.peak_memory,
        )
        for cell, run in sorted(runs.items(), key=lambda pair: pair[0].order)
    )


def pictures(bundle: Bundle, task: str, program: Program) -> dict[str, str]:
    """Return the pictures of a program's newest run that passed: name to SHA-256."""
    made = [run for run in _plain(bundle, task, program) if run.is_good and run.pictures]
    return max(made, key=lambda run: run.when).pictures if made else {}


def picture_file(sha256: str) -> Path | None:
    """Return where a picture lies that receipts name; nothing where it was not kept."""
    # A stranger's receipt may name anything, and no path is made of that.
    if not _DIGEST.fullmatch(sha256):
        return None
    places = (receipts_folder(catalog) / "pictures" for catalog in active_folders())
    found = (place / f"{sha256}.png" for place in (*places, _PACKAGED))
    return next((path for path in found if path.is_file()), None)


def _plain(bundle: Bundle, task: str, program: Program) -> list[Receipt]:
    """Return the receipts of a program, without those of its runs with a barred module."""
    return [r for r in bundle.receipts(task, program.solution.file) if not r.blocked]

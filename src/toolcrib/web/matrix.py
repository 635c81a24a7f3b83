"""The evidence as a table: a row for each program, a column for each place of a run."""

from collections.abc import Iterable

from toolcrib.model.evidence import RunFact
from toolcrib.model.value import Value

Rows = list[tuple[str, tuple[RunFact, ...]]]


class Matrix(Value, frozen=True, kw_only=True):
    """Rows with their labels, and the places in their order: `3.14`, `Pyodide 3.14`."""

    rows: Rows
    places: tuple[str, ...]


def matrix(rows: Iterable[tuple[str, tuple[RunFact, ...]]]) -> Matrix:
    """Return the table of runs."""
    kept = list(rows)
    cells = {run.cell for _, runs in kept for run in runs}
    places = tuple(cell.name for cell in sorted(cells, key=lambda cell: cell.order))
    return Matrix(rows=kept, places=places)

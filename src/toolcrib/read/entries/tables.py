"""Which columns of a table are names: one, all of them, or the titles of the columns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from toolcrib.read.entries.names import Candidate, Known
from toolcrib.read.entries.readings import Fit, Words, column_way, fit
from toolcrib.read.entries.shape import is_label
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.verdict import (
    BY_CHANCE,
    STRONG,
    Verdicts,
    is_list,
    rank,
    sure_share,
    verdict_on,
)

_GRID_LEAST = 0.5
_GRID, _GRID_SURE, _UNKNOWN_TABLE, _COLUMNS, _VARIETY = 0.55, 0.7, 0.5, 12, 0.6

# So many are compared at least, and at most such a share of the rows below may be names.
_COMPARED, _COMPARED_SHARE = 2, 0.3


def table(pool: Sequence[Slot], known: Known, verdicts: Verdicts) -> Iterator[Taken]:
    """Take the column of a table whose cells are names; all columns where all are."""
    rows = [slot for slot in pool if not slot.header] or list(pool)
    width = min(max(len(slot.cells) for slot in pool), _COLUMNS)
    fits = [fit(column_way(column), rows, known, Words()) for column in range(width)]
    # Names differ from row to row; types, levels and states come again and again.
    fits = [one for one in fits if _variety(one) >= _VARIETY]
    best = max(fits, key=rank, default=None)
    if best is None:
        yield from _titles(pool, best, known)
        return
    listed = is_list(best) and (sure_share(best) > 0 or best.score >= _UNKNOWN_TABLE)
    grid = _is_grid(fits, [slot for slot in pool if slot.header and any(slot.cells)], known)
    verdict = verdict_on(best, fits, listed=listed or grid, floor=best.way.floor)
    verdicts[pool[0].run] = replace(verdict, way="grid") if grid else verdict
    if grid:
        yield from _every(pool, _without_labels(fits), known)
    elif titled := _titles(pool, best, known):
        yield from titled
    elif listed:
        for slot, found in zip(rows, best.found, strict=True):
            yield from _row(slot, found, best)


def _titles(pool: Sequence[Slot], best: Fit | None, known: Known) -> list[Taken]:
    """Return the titles of the columns where those are the names: what is compared.

    The title of the first column is that of the rows, or nothing.
    """
    title = next((slot for slot in pool if slot.header and any(slot.cells)), pool[0])
    fits = [
        fit(column_way(n), [title], known, Words()) for n in range(min(len(title.cells), _COLUMNS))
    ]
    filled = sum(bool(cell.text) for cell in title.cells[1:])
    sure = [one for one in fits[1:] if sure_share(one)]
    few = len(sure) < _COMPARED or len(sure) < STRONG * filled or len(pool) <= _COMPARED
    if few or sure_share(fits[0]) or (best and sure_share(best) > _COMPARED_SHARE):
        return []
    return [taken for one in fits[1:] for taken in _row(title, one.found[0], one)]


def _variety(one: Fit) -> float:
    names = [name.written for found in one.found for name in found]
    return len(set(names)) / max(len(names), 1) if len(names) >= BY_CHANCE else 1.0


def _row(slot: Slot, found: Sequence[Candidate], reading: Fit) -> Iterator[Taken]:
    names = tuple(c for c in found if c.weight >= reading.way.floor and not is_label(c.written))
    if names:
        yield Taken(slot=slot, names=names, way="column", column=reading.way.column)


def _every(pool: Sequence[Slot], fits: Sequence[Fit], known: Known) -> Iterator[Taken]:
    """Take the cells of all columns, but for unknown words that come again: a break, a pause."""
    whole = [fit(one.way, pool, known, Words()) for one in fits]
    counts = Counter(name.written for one in whole for names in one.found for name in names)
    for number, slot in enumerate(pool):
        known_ones = [one for one in whole if any(c.id for c in one.found[number])]
        if slot.header and len(known_ones) < _GRID_LEAST * len(whole):
            continue
        for reading in whole:
            names = [c for c in reading.found[number] if c.id or counts[c.written] == 1]
            yield from _row(slot, names, reading)


def _without_labels(fits: Sequence[Fit]) -> Sequence[Fit]:
    """Return the columns without the first, where that has the titles of the rows: "9:00"."""
    labels = len(fits) > _COMPARED and fits[0].score < _GRID and not sure_share(fits[0])
    return fits[1:] if labels and not fits[0].way.column else fits


def _is_grid(fits: Sequence[Fit], headers: Sequence[Slot], known: Known) -> bool:
    """Whether a table is a mere grid of names: every column holds other ones, the header too."""
    fits = _without_labels(fits)
    if len(fits) < 2 or any(one.score < _GRID for one in fits):  # noqa: PLR2004 -- one column is a list
        return False
    ids = [{c.id for names in one.found for c in names if c.id} for one in fits]
    if any(a & b for number, a in enumerate(ids) for b in ids[:number]):
        return False
    of_header = [fit(one.way, headers, known, Words()) for one in fits]
    long = len(fits[0].found) >= BY_CHANCE
    shares = [sure_share(one) for one in fits]
    listed = long and sum(shares) >= _GRID_SURE * len(shares) and min(shares) >= _GRID_LEAST
    return listed or not headers or all(one.score >= _GRID for one in of_header)

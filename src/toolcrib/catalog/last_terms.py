"""Terms of the last bundle, taken over into the next one where no change affects them."""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from functools import cache

from toolcrib.catalog.bundle import uri
from toolcrib.catalog.index_terms import rarity
from toolcrib.catalog.postings import Postings


def attach(connection: sqlite3.Connection, bundle: str) -> str:
    """Open the last bundle beside a new one, and return what its terms were made of.

    One that is not there, or cannot be read, has no terms. While it is open it can be taken over
    from, even if another process removes it.
    """
    if not bundle:
        return ""
    try:
        connection.execute("ATTACH ? AS last", [uri(bundle)])
        # What is damaged shows itself here, before anything was taken from it.
        connection.execute("SELECT sum(rarity), sum(length(places)) FROM last.terms").fetchall()
        rows = connection.execute("SELECT value FROM last.meta WHERE key = 'terms'").fetchall()
    except sqlite3.Error:
        return ""
    return next((str(row[0]) for row in rows), "")


def take_over(connection: sqlite3.Connection, postings: Postings) -> None:
    """Insert the terms that are as they were in the last bundle.

    Its own code packed them, row for row as they would be packed again; where documents came or
    went, they get their new numbers, and terms their new rarity.
    """
    since = postings.since
    if since is None:
        return
    connection.execute("CREATE TEMP TABLE affected (term TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO temp.affected VALUES (?)", [(term,) for term in sorted(since.affected)]
    )
    others = """FROM last.terms
        WHERE term NOT IN (SELECT term FROM temp.affected) ORDER BY term"""
    if since.moved is None:
        connection.execute(f"INSERT INTO main.terms SELECT * {others}")
        return
    rows = connection.execute(f"SELECT term, kind, places {others}")
    connection.executemany(
        "INSERT INTO main.terms VALUES (?, ?, ?, ?)",
        _renumbered(rows, since.moved, since.documents),
    )


def _renumbered(
    rows: Iterable[tuple[str, int, bytes]], moved: tuple[int, ...], documents: int
) -> Iterator[tuple[str, int, int, bytes]]:
    """Yield terms with the rarity among so many documents, and the numbers that those have now."""
    first = next((old for old, new in enumerate(moved) if old != new), len(moved))
    rare = cache(lambda found: rarity(documents, found))
    for term, kind, places in rows:
        found = len(places) // _PLACE
        # Numbers come first, in order: those of most terms end before the first that moved.
        last = found and int.from_bytes(places[4 * found - 4 : 4 * found], "little")
        if found and last >= first:
            numbers = struct.unpack_from(f"<{found}I", places)
            renumbered = struct.pack(f"<{found}I", *map(moved.__getitem__, numbers))
            yield term, rare(found), kind, renumbered + places[4 * found :]
        else:
            yield term, rare(found), kind, places


_PLACE = 12
"""Bytes of a place: the number of a document, a weight, bits of texts."""

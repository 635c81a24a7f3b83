"""Terms of the last bundle, taken over into the next one where no change affects them."""

import sqlite3

from toolcrib.catalog.bundle import uri
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

    Its own code packed them, row for row as they would be packed again.
    """
    if postings.affected is None:
        return
    connection.execute("CREATE TEMP TABLE affected (term TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO temp.affected VALUES (?)", [(term,) for term in sorted(postings.affected)]
    )
    connection.execute(
        """INSERT INTO main.terms SELECT * FROM last.terms
        WHERE term NOT IN (SELECT term FROM temp.affected) ORDER BY term"""
    )

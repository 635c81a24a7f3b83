"""A part of a bundle as a bundle of its own: what it takes to say what names are."""

import sqlite3
from pathlib import Path

from toolcrib.catalog.bundle import Bundle

_OF_NAMES = ("meta", "modules", "traps")


def extract_names(bundle: Bundle, path: Path) -> None:
    """Write a bundle that has modules and confused names, and answers no questions.

    Of solutions it has modules and words of proof alone: these tell which of two names is meant.

    Its file is a fifth of the whole one: it travels to where lists are checked without a network.
    The same bundle gives the same bytes.

    Args:
        bundle: The whole bundle.
        path: The new file, which must not be there.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("BEGIN")
        for table in _OF_NAMES:
            _copy(bundle, table, connection)
        connection.execute("CREATE TABLE solutions (module, word)")
        words = bundle.rows("SELECT module, word FROM solutions ORDER BY module, word")
        connection.executemany("INSERT INTO solutions VALUES (?, ?)", words)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _copy(bundle: Bundle, table: str, connection: sqlite3.Connection) -> None:
    ((statement,),) = bundle.rows("SELECT sql FROM sqlite_master WHERE name = ?", [table])
    connection.execute(statement)
    rows = bundle.rows(f"SELECT * FROM {table}")  # noqa: S608 -- a table of ours
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 -- the same

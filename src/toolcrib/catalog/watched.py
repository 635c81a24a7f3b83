"""A bundle that tells what it is asked, so that it is known what an answer was made of."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from toolcrib.catalog.bundle import EVERY_MODULE, Bundle
from toolcrib.catalog.lookup import Lookup

if TYPE_CHECKING:
    import sqlite3

    from toolcrib.model.module import Module

Rows = list[tuple[Any, ...]]

Reader = Callable[[str, tuple[object, ...]], Rows]
"""Gives the rows of a query with its values."""


class WatchedBundle(Bundle):
    """A bundle whose every query passes through somebody else."""

    def __init__(self, bundle: Bundle, watch: Callable[[Reader], Reader]) -> None:
        """Read from the file of an open bundle, which has to stay open.

        Args:
            bundle: The bundle.
            watch: Gets what reads rows, and returns what is to be asked in its place.
        """
        self._reader: Reader = bundle.rows
        self._modules: tuple[Module, ...] | None = None
        self._watched = cast("sqlite3.Connection", _Connection(watch(self._reader)))
        self.forget()

    def forget(self) -> None:
        """Forget what was read, so that whoever asks next is heard to ask."""
        Lookup.__init__(self, self._watched)

    def modules(self) -> "tuple[Module, ...]":
        """Return all modules by id; many ask for all of them, and they are decoded once."""
        if self._modules is None:
            self._modules = super().modules()
        else:
            self.rows(EVERY_MODULE)
        return self._modules

    def read(self, query: str, *values: object) -> Rows:
        """Return the rows of a query past whoever watches.

        Raises:
            sqlite3.Error: It is no query that this bundle can answer.
        """
        return self._reader(query, values)


class _Answer(Rows):
    """Rows that were read, as a cursor gives them."""

    def fetchall(self) -> Rows:
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        return self[0] if self else None


class _Connection:
    """As much of a connection as a bundle uses."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def execute(self, query: str, values: Iterable[object] = ()) -> _Answer:
        return _Answer(self._read(query, tuple(values)))

    def close(self) -> None:
        """Leave the file open: it is somebody else's."""

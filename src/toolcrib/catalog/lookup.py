"""What a question looks up in the file of a bundle; what was read once is kept."""

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from toolcrib.catalog.numbers import numbers
from toolcrib.catalog.spelling import Drawers

if TYPE_CHECKING:
    from toolcrib.catalog.matrix import Matrix
    from toolcrib.catalog.vectors import Vector

GENERIC, BARE = 1, 2
"""Kinds of terms, as bits: may not win alone; a name in code and no word of any text."""

CODE = 1 << 29
"""A bit among those of texts: a name of several words that a module exports (`read_csv`)."""

Places = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Places of a term in three columns: numbers of documents, weights, and bits of texts."""

Candidate = tuple[int, int, str | None, str, int]
"""Task document, module document, task, module, how far it is ahead of others in per cent.

A document that does not exist has the number -1.
"""

PLACE = 12
"""Bytes of one place: three numbers of 32 bits."""

_NOWHERE: Places = ((), (), ())
_MOST_KEPT = 20_000
"""Terms, and rows of others, that an open bundle keeps; the next question begins anew then."""


class Lookup:
    """The tables of a bundle that a question needs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from an open file."""
        self._connection = connection
        self._forms: dict[str, str] = {}
        self._near_forms: Drawers | None = None
        self._near_names: Drawers | None = None
        self._stop: frozenset[str] | None = None
        self._rarest = 0
        self._terms: dict[str, tuple[tuple[int, int], bytes | Places] | None] = {}
        self._candidates: dict[int, list[Candidate]] = {}
        self._tasks_with: dict[int, list[int]] = {}
        self._leads: dict[int, int] = {}
        self._in_code: dict[str, bool] = {}
        self._vectors: dict[str, Vector | None] = {}
        self._matrices: dict[str, Matrix] = {}
        self._rows: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}

    def rows(self, query: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        return self._connection.execute(query, tuple(values)).fetchall()

    def kept_rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """Return all rows of a query that many questions come to, read once."""
        key = (query, *values)
        if key not in self._rows:
            if len(self._rows) > _MOST_KEPT:
                self._rows.clear()
            self._rows[key] = self.rows(query, values)
        return self._rows[key]

    def meta(self, key: str) -> str:
        """Return a fact on the bundle itself, or nothing."""
        return next((str(row[0]) for row in self._in("value", "meta", "key", [key])), "")

    def _in(
        self, columns: str, table: str, column: str, values: Iterable[str]
    ) -> list[tuple[Any, ...]]:
        wanted = tuple(values)
        places = ", ".join("?" * len(wanted))
        query = f"SELECT {columns} FROM {table} WHERE {column} IN ({places})"  # noqa: S608 -- names of ours
        return self.rows(query, wanted)

    # What search asks, all at once for all words of a question; a process that answers many
    # keeps what it has read.

    def stop_words(self) -> frozenset[str]:
        """Return the words that say nothing about a task."""
        if self._stop is None:
            self._stop = frozenset(self.meta("stop").split())
        return self._stop

    def rarest(self) -> int:
        """Return the rarity of a word that stands in one document alone."""
        if not self._rarest:
            self._rarest = int(self.meta("rarest"))
        return self._rarest

    def terms(self, terms: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Return the rarity and the kind of the terms that there are: `GENERIC` and `BARE` bits."""
        wanted = tuple(dict.fromkeys(terms))
        if len(self._terms) > _MOST_KEPT:
            self._terms.clear()
        if absent := [term for term in wanted if term not in self._terms]:
            self._terms.update(dict.fromkeys(absent))
            columns = "term, rarity, kind, places"
            for term, rarity, kind, places in self._in(columns, "terms", "term", absent):
                self._terms[term] = ((rarity, kind), places)
        return {term: known[0] for term in wanted if (known := self._terms[term])}

    def places(self, term: str) -> Places:
        """Return document numbers, weights and bits of texts for all places of a term."""
        if term not in self._terms:
            self.terms([term])
        known = self._terms[term]
        if known is None:
            return _NOWHERE
        if isinstance(known[1], bytes):
            columns = numbers(known[1])
            count = len(columns) // 3
            known = (known[0], (columns[:count], columns[count : 2 * count], columns[2 * count :]))
            self._terms[term] = known
        return cast("Places", known[1])

    def packed_places(self) -> dict[str, bytes]:
        """Return the places of all terms as they lie in the file: three columns of numbers."""
        return dict(self.rows("SELECT term, places FROM terms"))

    def in_code(self, term: str) -> bool:
        """Tell whether a term is a name of several words that a module exports."""
        if term not in self._in_code:
            if len(self._in_code) > _MOST_KEPT:
                self._in_code.clear()
            self._in_code[term] = any(bits & CODE for bits in self.places(term)[2])
        return self._in_code[term]

    def same(self, terms: Iterable[str]) -> list[tuple[str, str]]:
        """Return pairs of a term and another one that means the same."""
        return [(one, other) for one, other in self._in("term, other", "same", "term", terms)]

    def rivals(self, module: str) -> tuple[str, ...]:
        """Return the alternatives of a module: those that it names, then those that name it."""
        rows = self.kept_rows("SELECT other FROM rivals WHERE module = ? ORDER BY place", module)
        return tuple(row[0] for row in rows)

    def vectors(self, terms: Iterable[str]) -> dict[str, "Vector"]:
        """Return the vectors of the terms that have one."""
        from toolcrib.catalog.vectors import unpacked  # noqa: PLC0415 -- not on the path of what

        wanted = tuple(dict.fromkeys(terms))
        if len(self._vectors) > _MOST_KEPT:
            self._vectors.clear()
        if absent := [term for term in wanted if term not in self._vectors]:
            self._vectors.update(dict.fromkeys(absent))
            for term, packed in self._in("term, vector", "vectors", "term", absent):
                self._vectors[term] = unpacked(packed)
        return {term: vector for term in wanted if (vector := self._vectors[term])}

    def packed_vectors(self) -> dict[str, bytes]:
        """Return the vectors of all terms, as they lie in the file."""
        return dict(self.rows("SELECT term, vector FROM vectors ORDER BY term"))

    def matrix(self, name: str) -> "Matrix":
        """Return the vectors of all `documents`, or those of questions that lead `elsewhere`."""
        from toolcrib.catalog.matrix import Matrix  # noqa: PLC0415 -- not on the path of what

        if name not in self._matrices:
            ((packed,),) = self._in("packed", "matrices", "name", [name])
            self._matrices[name] = Matrix(packed)
        return self._matrices[name]

    def forms(self) -> dict[str, str]:
        """Return all whole words of the index with the term of each; they are read once."""
        if not self._forms:
            self._forms = dict(self.rows("SELECT form, term FROM forms"))
        return self._forms

    def names(self) -> tuple[str, ...]:
        """Return all names that modules go by, in the form of `words.name_key`."""
        return tuple(row[0] for row in self.rows("SELECT DISTINCT key FROM names"))

    def near_forms(self) -> Drawers:
        """Return the whole words of the index as slips are looked up in them."""
        if self._near_forms is None:
            self._near_forms = Drawers(self.forms())
        return self._near_forms

    def near_names(self) -> Drawers:
        """Return the names that modules go by as slips are looked up in them."""
        if self._near_names is None:
            self._near_names = Drawers(self.names())
        return self._near_names

    def candidates(self) -> dict[int, list[Candidate]]:
        """Return all that can be a hit, by task document, or module document for a module alone.

        They are read once.
        """
        if not self._candidates:
            for row in self._connection.execute("SELECT * FROM candidates"):
                self._candidates.setdefault(row[0] if row[2] else row[1], []).append(row)
        return self._candidates

    def tasks_with(self) -> dict[int, list[int]]:
        """Return the documents of the tasks that each module does, by the module's document."""
        if not self._tasks_with:
            for document, rows in self.candidates().items():
                for row in rows:
                    if row[2]:
                        self._tasks_with.setdefault(row[1], []).append(document)
        return self._tasks_with

    def leads(self) -> dict[int, int]:
        """Return how far the first candidate of each document is ahead; see `lead.lead`."""
        if not self._leads:
            for document, rows in self.candidates().items():
                self._leads[document] = max(row[4] for row in rows)
        return self._leads

"""A catalog and its receipts into one file: the bundle, from which everything is answered."""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from toolcrib.catalog.bundle import FORMAT
from toolcrib.catalog.content_rows import (
    bare,
    encode,
    file_rows,
    measured_now,
    name_rows,
    preferred_first,
    receipt_rows,
    solution_rows,
    translation_rows,
)
from toolcrib.catalog.facts import facts_of_all
from toolcrib.catalog.index_terms import rarity
from toolcrib.catalog.kept import Kept, digest
from toolcrib.catalog.last_terms import attach, take_over
from toolcrib.catalog.lead import lead
from toolcrib.catalog.posting_rows import Row, posting_rows, rivals
from toolcrib.catalog.postings import Postings
from toolcrib.catalog.postings import index as index_of
from toolcrib.catalog.proving import prove_all
from toolcrib.catalog.receipts import Receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.exported import Exported
from toolcrib.model.fact import IndexFact
from toolcrib.model.measurement import Measurement
from toolcrib.model.proof import Proof
from toolcrib.model.task import Task

# Rows of more than a kilobyte lie in tables with a rowid: without one, SQLite puts the end of each
# into a page of its own.
_PAGE = 8192
"""Bytes of a page: long rows leave less of theirs empty than of half as large ones."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE modules (id TEXT PRIMARY KEY, name TEXT, purpose TEXT, card BLOB);
CREATE TABLE tasks (id TEXT PRIMARY KEY, title TEXT, category TEXT, tool INTEGER, card BLOB);
CREATE TABLE solutions (task TEXT, position INTEGER, file TEXT, module TEXT, word TEXT,
  phrase TEXT, why TEXT, use_case INTEGER, card BLOB, proof BLOB,
  PRIMARY KEY (task, position));
CREATE INDEX solutions_of_module ON solutions (module, word);
CREATE TABLE files (task TEXT, path TEXT, content BLOB, PRIMARY KEY (task, path)) WITHOUT ROWID;
CREATE TABLE receipts (task TEXT, solution TEXT, cards BLOB, PRIMARY KEY (task, solution));
CREATE TABLE measurements (task TEXT, solution TEXT, card BLOB, PRIMARY KEY (task, solution))
  WITHOUT ROWID;
CREATE TABLE locks (lock TEXT PRIMARY KEY, card BLOB) WITHOUT ROWID;
CREATE TABLE facts (module TEXT PRIMARY KEY, card BLOB) WITHOUT ROWID;
CREATE TABLE categories (position INTEGER PRIMARY KEY, key TEXT, title TEXT);
CREATE TABLE collections (position INTEGER PRIMARY KEY, id TEXT, card BLOB);
CREATE TABLE traps (name TEXT PRIMARY KEY, card BLOB) WITHOUT ROWID;
CREATE TABLE translations (language TEXT, msgid TEXT, text TEXT, PRIMARY KEY (language, msgid))
  WITHOUT ROWID;
CREATE TABLE names (key TEXT, place INTEGER, module TEXT, name TEXT, why TEXT,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE candidates (document INTEGER, module_document INTEGER, task TEXT, module TEXT,
  lead INTEGER);
CREATE TABLE terms (term TEXT PRIMARY KEY, rarity INTEGER, kind INTEGER, places BLOB) WITHOUT ROWID;
CREATE TABLE forms (form TEXT PRIMARY KEY, term TEXT) WITHOUT ROWID;
CREATE TABLE exported (cards BLOB);
CREATE TABLE rivals (module TEXT, place INTEGER, other TEXT, PRIMARY KEY (module, place))
  WITHOUT ROWID;
CREATE TABLE vectors (term TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID;
CREATE TABLE matrices (name TEXT PRIMARY KEY, packed BLOB);
CREATE TABLE same (term TEXT, other TEXT, PRIMARY KEY (term, other)) WITHOUT ROWID;
"""


class Names(NamedTuple):
    """Names of classes and functions: of the standard library, and as read from modules.

    `ranks` are the places of distributions among the most downloaded ones.
    What is `kept` saves computing what they give to the index again.
    """

    attributes: Mapping[str, str]
    exported: tuple[Exported, ...]
    ranks: Mapping[str, int]
    kept: Kept


def compile_bundle(  # noqa: PLR0913 -- all that a bundle is made of
    catalog: Catalog,
    receipts: Receipts,
    path: Path,
    measurements: Iterable[Measurement] = (),
    attributes: Mapping[str, str] | None = None,
    *,
    exported: Iterable[Exported] = (),
    index: Iterable[IndexFact] = (),
    versions: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ranks: Mapping[str, int] = MappingProxyType({}),
    vectors: Mapping[str, bytes] = MappingProxyType({}),
    kept: Kept | None = None,
) -> None:
    """Write the bundle of a catalog; the same content gives the same bytes.

    `attributes` are names of classes and functions of the standard library, each with its modules,
    separated by spaces: who asks for `defaultdict` finds `collections`. `exported` are the names
    that were read from modules: who asks for `OneHotEncoder` finds scikit-learn.

    `index` is what the package index said of distributions. `versions` are those of the
    distributions of each lock that receipts name. `ranks` are the places of distributions among
    the most downloaded ones. `vectors` are what words mean.

    What is `kept` of the last bundle is not made again from what has not changed; the bytes are the
    same with it and without.

    Measurements of what is no solution any more, or of another source, are left out.

    It is written beside its place and renamed in whole, so a reader sees the old one or the new.
    """
    kept = kept or Kept()
    with _in_whole(path) as connection:
        last = attach(connection, kept.bundle)
        connection.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            f"BEGIN; {_TABLES}"
        )
        proofs = prove_all(catalog, receipts)
        known = Names(attributes or {}, tuple(exported), ranks, kept)
        postings = index_of(
            catalog, known.attributes, known.exported, vectors=vectors, kept=kept, last=last
        )
        take_over(connection, postings)
        for table, rows in _content(catalog, receipts, proofs, known, postings):
            _insert(connection, table, rows)
        measured = tuple(measured_now(catalog, measurements))
        _insert(connection, "measurements", [(m.task, m.solution, encode(m)) for m in measured])
        facts = facts_of_all(catalog, receipts, proofs, measured, index)
        named = sorted({r.lock for lines in receipts.values() for r in lines} & versions.keys())
        _insert(connection, "locks", [(lock, encode(versions[lock])) for lock in named])
        _insert(connection, "facts", [(each.module, encode(each)) for each in facts])
        connection.execute("COMMIT")
        connection.execute("VACUUM")


@contextmanager
def _in_whole(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a database beside a path, which takes its place once all is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None, uri=True)) as connection:
            yield connection
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 -- a table of ours


def _content(
    catalog: Catalog,
    receipts: Receipts,
    proofs: dict[tuple[str, str], Proof],
    known: Names,
    postings: Postings,
) -> Iterator[tuple[str, Iterable[Row]]]:
    vocabulary = encode(catalog.vocabulary).decode()
    yield (
        "meta",
        [
            ("format", str(FORMAT)),
            ("name", catalog.name),
            ("rarest", str(rarity(len(postings.documents), 1))),
            ("stop", " ".join(postings.stop)),
            ("vocabulary", vocabulary),
            ("terms", postings.made_of),
        ],
    )
    modules = [catalog.modules[key] for key in sorted(catalog.modules)]
    yield "modules", [(m.id, m.name, m.purpose, encode(m)) for m in modules]
    tasks = [catalog.tasks[key] for key in sorted(catalog.tasks)]
    yield "tasks", [(t.id, t.title, t.category, t.is_tool, encode(bare(t))) for t in tasks]
    yield "solutions", [row for task in tasks for row in solution_rows(catalog, task, proofs)]
    yield "files", list(file_rows(catalog))
    yield "receipts", list(receipt_rows(catalog, receipts, known.kept))
    yield "categories", [(n, c.key, c.title) for n, c in enumerate(catalog.categories)]
    yield "collections", [(n, c.id, encode(c)) for n, c in enumerate(catalog.collections)]
    yield "traps", [(t.name, encode(t)) for t in sorted(catalog.traps, key=lambda t: t.name)]
    yield "translations", sorted(translation_rows(catalog))
    yield "names", list(name_rows(catalog))
    yield "candidates", list(_candidates(tasks, postings, proofs, known.ranks))
    yield "exported", [(_exported(catalog, known),)]
    yield "rivals", list(rivals(catalog))
    yield from posting_rows(postings)


def _exported(catalog: Catalog, known: Names) -> bytes:
    """Return names for catalogs that are joined to this one; no question reads them."""
    cards = encode([e for e in known.exported if e.module in catalog.modules])
    section = known.kept.section("exported packed", bytes)
    return section.get("all", digest(cards), partial(zlib.compress, cards))


def _candidates(
    tasks: list[Task],
    postings: Postings,
    proofs: dict[tuple[str, str], Proof],
    ranks: Mapping[str, int],
) -> Iterator[Row]:
    numbers = {key: number for number, key in enumerate(postings.documents)}
    for task in tasks:
        for position, solution in enumerate(preferred_first(task)):
            module = solution.module
            ahead = lead(
                module,
                preferred=position == 0,
                proven=proofs[task.id, solution.file].word == "proven",
                rank=ranks.get(module.partition(":")[2]),
            )
            yield numbers[task.id], numbers.get(module, -1), task.id, module, ahead
    for key in postings.documents:
        if ":" in key:
            rank = ranks.get(key.partition(":")[2])
            yield -1, numbers[key], None, key, lead(key, preferred=True, proven=False, rank=rank)

"""A catalog and its receipts into one file: the bundle, from which everything is answered."""

import lzma
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from toolcrib.catalog.bundle import FORMAT
from toolcrib.catalog.facts import facts_of_all
from toolcrib.catalog.index_terms import rarity
from toolcrib.catalog.kept import Kept, digest
from toolcrib.catalog.lead import lead
from toolcrib.catalog.posting_rows import Row, posting_rows, rivals
from toolcrib.catalog.postings import Postings, index, names
from toolcrib.catalog.receipts import Receipts
from toolcrib.catalog.words import name_key
from toolcrib.model.catalog import Catalog
from toolcrib.model.exported import Exported
from toolcrib.model.fact import IndexFact
from toolcrib.model.measurement import Measurement
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.proof import Proof, prove
from toolcrib.model.receipt import PROVING, Receipt
from toolcrib.model.task import Solution, Task, source_digest

# Rows of more than a kilobyte lie in tables with a rowid: without one, SQLite puts the end of each
# into a page of its own.
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
CREATE TABLE same (term TEXT, other TEXT, PRIMARY KEY (term, other)) WITHOUT ROWID;
"""

_TIGHTEST = 9
"""The level of `zlib` that takes the longest."""


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
    kept: Kept | None = None,
) -> None:
    """Write the bundle of a catalog; the same content gives the same bytes.

    `attributes` are names of classes and functions of the standard library, each with its modules,
    separated by spaces: who asks for `defaultdict` finds `collections`. `exported` are the names
    that were read from modules: who asks for `OneHotEncoder` finds scikit-learn.

    `index` is what the package index said of distributions. `versions` are those of the
    distributions of each lock that receipts name. `ranks` are the places of distributions among
    the most downloaded ones.

    What is `kept` of the last bundle is not made again from what has not changed; the bytes are the
    same with it and without.

    Measurements of what is no solution any more, or of another source, are left out.

    It is written beside its place and renamed in whole, so a reader sees the old one or the new.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _TABLES
            )
            proofs = prove_all(catalog, receipts)
            known = Names(attributes or {}, tuple(exported), ranks, kept or Kept())
            for table, rows in _content(catalog, receipts, proofs, known):
                _insert(connection, table, rows)
            measured = tuple(_measurements(catalog, measurements))
            _insert(connection, "measurements", [(m.task, m.solution, encode(m)) for m in measured])
            facts = facts_of_all(catalog, receipts, proofs, measured, index)
            named = sorted({r.lock for lines in receipts.values() for r in lines} & versions.keys())
            _insert(connection, "locks", [(lock, encode(versions[lock])) for lock in named])
            _insert(connection, "facts", [(each.module, encode(each)) for each in facts])
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        finally:
            connection.close()
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
) -> Iterator[tuple[str, Iterable[Row]]]:
    postings = index(catalog, known.attributes, known.exported, known.kept)
    vocabulary = encode(catalog.vocabulary).decode()
    yield (
        "meta",
        [
            ("format", str(FORMAT)),
            ("name", catalog.name),
            ("rarest", str(rarity(len(postings.documents), 1))),
            ("stop", " ".join(postings.stop)),
            ("vocabulary", vocabulary),
        ],
    )
    modules = [catalog.modules[key] for key in sorted(catalog.modules)]
    yield "modules", [(m.id, m.name, m.purpose, encode(m)) for m in modules]
    tasks = [catalog.tasks[key] for key in sorted(catalog.tasks)]
    yield "tasks", [(t.id, t.title, t.category, t.is_tool, encode(_bare(t))) for t in tasks]
    yield "solutions", [row for task in tasks for row in _solutions(catalog, task, proofs)]
    yield "files", list(_files(catalog))
    yield "receipts", list(_receipts(catalog, receipts))
    yield "categories", [(n, c.key, c.title) for n, c in enumerate(catalog.categories)]
    yield "collections", [(n, c.id, encode(c)) for n, c in enumerate(catalog.collections)]
    yield "traps", [(t.name, encode(t)) for t in sorted(catalog.traps, key=lambda t: t.name)]
    yield (
        "translations",
        sorted(
            (language, *pair)
            for language, of in catalog.translations.items()
            for pair in of.items()
        ),
    )
    yield "names", list(_names(catalog))
    yield "candidates", list(_candidates(tasks, postings, proofs, known.ranks))
    yield "exported", [(_exported(catalog, known),)]
    yield "rivals", list(rivals(catalog))
    yield from posting_rows(postings)


def _exported(catalog: Catalog, known: Names) -> bytes:
    """Return names for catalogs that are joined to this one; no question reads them."""
    cards = encode([e for e in known.exported if e.module in catalog.modules])
    section = known.kept.section("exported packed", bytes)
    return section.get("all", digest(cards), partial(lzma.compress, cards))


def encode(value: object) -> bytes:
    """Return a value as JSON that is the same for equal values."""
    return msgspec.json.encode(value, order="deterministic")


def _bare(task: Task) -> Task:
    return msgspec.structs.replace(task, solutions=())


def preferred_first(task: Task) -> tuple[Solution, ...]:
    """Return a task's solutions, the preferred one first, the others as they are."""
    first = task.solution()
    return tuple(sorted(task.solutions, key=lambda solution: solution is not first))


def _solutions(catalog: Catalog, task: Task, proofs: dict[tuple[str, str], Proof]) -> Iterator[Row]:
    for position, solution in enumerate(preferred_first(task)):
        proof = proofs[task.id, solution.file]
        yield (
            task.id,
            position,
            solution.file,
            solution.module,
            str(proof.word),
            proof.phrase,
            _why(task, solution),
            _use_case(task, catalog.modules.get(solution.module)),
            encode(solution),
            encode(proof),
        )


def _use_case(task: Task, module: Module | None) -> int:
    """Return which of a module's use cases a task does, so that its first one can come first."""
    uses = module.use_cases if module else ()
    covered = (n for n, use in enumerate(uses) if module and f"{module.id}: {use}" in task.covers)
    return min(covered, default=len(uses))


def _why(task: Task, solution: Solution) -> str:
    """Return why a solution is to be taken first, if it is."""
    return task.prefer.why if task.prefer and task.prefer.id == solution.module else ""


def _files(catalog: Catalog) -> Iterator[Row]:
    for task, files in sorted(catalog.files.items()):
        yield task, "expected.txt", files.expected.encode()
        for path, content in sorted(files.inputs.items()):
            yield task, f"input/{path}", content
        if files.driver:
            yield task, "driver", files.driver.encode()


def _receipts(catalog: Catalog, receipts: Receipts) -> Iterator[Row]:
    """Yield the receipts of each solution as one: they say nearly the same, so they pack well."""
    known = {(t.id, s.file) for t in catalog.tasks.values() for s in t.solutions}
    lines: dict[tuple[str, str], list[bytes]] = {}
    for of_module in receipts.values():
        for receipt in of_module:
            if (key := (receipt.task, receipt.solution)) in known:
                lines.setdefault(key, []).append(encode(receipt))
    for (task, solution), of_solution in sorted(lines.items()):
        yield task, solution, zlib.compress(b"[%s]" % b",".join(sorted(of_solution)), _TIGHTEST)


def _measurements(catalog: Catalog, measurements: Iterable[Measurement]) -> Iterator[Measurement]:
    """Yield the newest measurement of each solution as it is now."""
    newest = {(m.task, m.solution): m for m in sorted(measurements, key=lambda m: m.when)}
    for (name, file), measurement in sorted(newest.items()):
        task = catalog.tasks.get(name)
        solution = next((s for s in task.solutions if s.file == file), None) if task else None
        if task and solution:
            source = source_digest(task, solution, catalog.files[name])
            if source == measurement.source:
                yield measurement


def _names(catalog: Catalog) -> Iterator[Row]:
    """Yield who goes by which name: std first, then distributions, then what people take for it."""
    found: dict[str, dict[ModuleId, tuple[str, str]]] = {}
    for module in sorted(catalog.modules.values(), key=lambda m: (not m.is_std, m.id)):
        for name in sorted(names(module)):
            imported = name in module.import_names and not module.is_std
            shown = f"import {name}" if imported else name
            found.setdefault(name_key(name), {}).setdefault(module.id, (shown, ""))
    for trap in sorted(catalog.traps, key=lambda trap: trap.name):
        for id_ in trap.means:
            found.setdefault(name_key(trap.name), {}).setdefault(id_, (trap.name, trap.why))
    for key, modules in sorted(found.items()):
        for place, (id_, (name, why)) in enumerate(modules.items()):
            yield key, place, id_, name, why


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


def prove_all(catalog: Catalog, receipts: Receipts) -> dict[tuple[str, str], Proof]:
    """Judge all solutions by their receipts; the key is task and file."""
    found: dict[tuple[str, str], list[Receipt]] = {}
    for of_module in receipts.values():
        for receipt in of_module:
            found.setdefault((receipt.task, receipt.solution), []).append(receipt)
    proofs = {}
    for task in catalog.tasks.values():
        files = catalog.files[task.id]
        digests = {s.file: source_digest(task, s, files) for s in task.solutions}
        passing = {
            solution.module
            for solution in task.solutions
            if _speaks(found.get((task.id, solution.file), ()), digests[solution.file])
        }
        for solution in task.solutions:
            key = (task.id, solution.file)
            confirmed = bool(passing - {solution.module})
            mine = found.get(key, ())
            proofs[key] = prove(task, solution, digests[solution.file], mine, confirmed=confirmed)
    return proofs


def _speaks(receipts: Iterable[Receipt], digest: str) -> bool:
    """Tell whether a solution passes, and not without its module: then it can confirm another."""
    good = [r for r in receipts if r.source == digest and r.grade in PROVING and r.is_good]
    good = [r for r in good if not r.cell.in_browser]
    return {receipt.blocked for receipt in good} == {False, True}

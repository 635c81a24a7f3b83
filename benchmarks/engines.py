"""Print toolcrib's search beside tantivy and FTS5 on the same data: quality, speed and size.

    python benchmarks/engines.py [MODULES]

All three get the same texts: titles, phrases, uses, purposes in all languages, names in code and
exported names. tantivy (of the group `benchmark`) stems English, FTS5 has porter's stemmer; both
rank by BM25. Asked are both halves of the exam, see exam.py; -- stands where a slice has no answer
in the catalog, and the last column is the share of such questions that have no hit.

With a number the catalog is filled up to so many modules with made ones, whose texts are words of
the real ones, drawn as often as they stand there. Then only speed and size say something.
"""

import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import exam
import msgspec
import tantivy

from toolcrib.app.bundle import open_bundle
from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.beside import Beside
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.postings import documents
from toolcrib.catalog.unpack import unpack
from toolcrib.identify.stdlib import read_stdlib_names
from toolcrib.identify.tables import ranks
from toolcrib.model.catalog import Catalog
from toolcrib.model.exported import Exported
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.value import Value

HITS = 20
ROUNDS = 3
BARS = {10_000: 5.0, 100_000: 25.0}
"""Milliseconds of CPU that the slowest question but one of a hundred may take, by most modules."""


class Engine(Value, frozen=True, kw_only=True):
    """A search that is ready, with the bytes of its index and the seconds that making it took."""

    name: str
    search: Callable[[str], list[str]]
    size: int
    built: float


def bodies(catalog: Catalog, exported: tuple[Exported, ...]) -> Iterator[tuple[str, str]]:
    """Yield each document: its module, for a task the preferred one, and all of its texts."""
    names = {
        each.module: " ".join(n for of in each.names.values() for n in of) for each in exported
    }
    for document in documents(catalog, read_stdlib_names().attributes):
        task = catalog.tasks.get(document.key)
        solution = task.solution() if task else None
        if task is None or solution:
            module = solution.module if solution else ModuleId(document.key)
            texts = [text for _, text in document.texts]
            yield module, " . ".join((*texts, "" if task else names.get(module, "")))


def own(path: Path, make: Callable[[Path], None]) -> Engine:
    """Compile a bundle, and return toolcrib's search in it."""
    began = time.perf_counter()
    make(path)
    built = time.perf_counter() - began
    bundle = Bundle(str(path))
    texts = Texts(bundle, "en")
    size = sum(
        size
        for name, size in bundle.rows("SELECT name, sum(pgsize) FROM dbstat GROUP BY name")
        if name in {"terms", "forms", "same", "rivals", "candidates", "names"}
    )

    def search(query: str) -> list[str]:
        return exam.modules(hit.id for hit in find(bundle, query, texts, HITS).hits)

    return Engine(name="toolcrib", search=search, size=size, built=built)


def fts5(path: Path, rows: list[tuple[str, str]]) -> Engine:
    """Return a full-text search of SQLite."""
    began = time.perf_counter()
    table = sqlite3.connect(path)
    options = "tokenize = 'porter unicode61 remove_diacritics 2'"
    table.execute(f"CREATE VIRTUAL TABLE texts USING fts5(module UNINDEXED, body, {options})")
    table.executemany("INSERT INTO texts VALUES (?, ?)", rows)
    table.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    table.commit()
    built = time.perf_counter() - began

    def search(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        ask = "SELECT module FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?"
        return exam.modules(row[0] for row in table.execute(ask, [words, HITS])) if words else []

    return Engine(name="FTS5", search=search, size=path.stat().st_size, built=built)


def tantivy_engine(folder: Path, rows: list[tuple[str, str]]) -> Engine:
    """Return a search by tantivy."""
    folder.mkdir()
    began = time.perf_counter()
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("module", stored=True, tokenizer_name="raw")
    schema.add_text_field("body", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build(), path=str(folder))
    writer = index.writer(num_threads=1)
    for module, body in rows:
        writer.add_document(tantivy.Document(module=[module], body=[body]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    built = time.perf_counter() - began
    searcher = index.searcher()

    def search(query: str) -> list[str]:
        words = " ".join(re.findall(r"\w+", query.lower()))
        if not words:
            return []
        found = searcher.search(index.parse_query(words, ["body"]), HITS).hits
        return exam.modules(searcher.doc(place)["module"][0] for _, place in found)

    size = sum(file.stat().st_size for file in folder.iterdir())
    return Engine(name="tantivy", search=search, size=size, built=built)


def times(engine: Engine, asked: list[exam.Question]) -> tuple[float, float]:
    """Return median and 99th percentile of the CPU time of a question, in milliseconds, warm."""
    for question in asked:
        engine.search(question.text)
    taken = []
    for question in asked:
        each = []
        for _ in range(ROUNDS):
            began = time.process_time()
            engine.search(question.text)
            each.append(1000 * (time.process_time() - began))
        taken.append(min(each))
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


def made_up(catalog: Catalog, modules: int) -> Catalog:
    """Return a catalog filled up to so many modules; the same for the same catalog and number."""
    drawn = random.Random(7)  # noqa: S311 -- no secret
    real = list(catalog.modules.values())
    words = [w for m in real for text in (m.purpose, *m.use_cases) for w in text.split()]
    shelves = [category.key for category in catalog.categories]
    filled = dict(catalog.modules)
    for number in range(modules - len(filled)):

        def text(most: int) -> str:
            return " ".join(drawn.choices(words, k=drawn.randint(3, most)))

        name = f"made-{drawn.randrange(10**9):x}-{number}"
        id_ = ModuleId(f"pypi:{name}")
        filled[id_] = Module(
            id=id_,
            name=name,
            categories=(drawn.choice(shelves),),
            purpose=text(9),
            imports=(name.replace("-", "_"),),
            use_cases=tuple(text(7) for _ in range(3)),
            phrases={"en": tuple(text(4) for _ in range(4))},
            alternatives=(drawn.choice(real).id,),
        )
    return msgspec.structs.replace(catalog, modules=filled)


def compiled(catalog: Catalog, beside: Beside, path: Path) -> None:
    """Compile a bundle as the command line does."""
    compile_bundle(
        catalog,
        beside.receipts,
        path,
        beside.measurements,
        read_stdlib_names().attributes,
        exported=beside.exported.values(),
        ranks=ranks(id_.partition(":")[2] for id_ in catalog.modules),
        vectors=beside.vectors,
    )


def main() -> int:
    """Make the three, ask them, print the table; the status is 1 when toolcrib is too slow."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with open_bundle() as bundle:
        catalog, beside = unpack(bundle)
    exported = tuple(beside.exported.values())
    catalog = made_up(catalog, wanted)
    known = frozenset(catalog.modules)
    asked = [q for half in ("tuning", "blind") for q in exam.questions(half, known)]
    blind = exam.questions("blind", known)

    with tempfile.TemporaryDirectory() as place:
        rows = list(bodies(catalog, exported))
        engines = [
            own(Path(place, "bundle"), partial(compiled, catalog, beside)),
            tantivy_engine(Path(place, "tantivy"), rows),
            fts5(Path(place, "fts5"), rows),
        ]
        bundle_size = Path(place, "bundle").stat().st_size
        print(
            f"{len(known):,} modules, {len(rows):,} documents, bundle {bundle_size / 1e6:.1f} MB\n"
        )
        print(f"{'':12}{'p50 ms':>8}{'p99 ms':>8}{'index MB':>10}{'built s':>9}")
        measured: dict[str, tuple[float, float]] = {}
        for engine in engines:
            middle, slow = measured[engine.name] = times(engine, asked)
            figures = f"{middle:8.2f}{slow:8.2f}{engine.size / 1e6:10.1f}{engine.built:9.1f}"
            print(f"{engine.name:12}{figures}", flush=True)
        for engine in engines if not wanted else ():
            exam.report(f"blind: {engine.name}", blind, engine.search)
    bar = min((ms for count, ms in BARS.items() if len(known) <= count), default=25.0)
    slow = measured["toolcrib"][1]
    print(f"\ntoolcrib's slowest of a hundred: {slow:.2f} ms; at most {bar:g}")
    return int(slow > bar)


if __name__ == "__main__":
    sys.exit(main())

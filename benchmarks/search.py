"""Ask the catalog the questions of questions.tsv, and print how often the right module came first.

    python benchmarks/search.py [-v]

Each line holds a question and, after a tab, the modules that answer it; none where nothing in the
catalog does. Questions whose modules are not in the catalog are left out. The same texts in an
FTS5 table of SQLite, with its porter stemmer and bm25, are the baseline. With -v each question
that went wrong is printed.
"""

import csv
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from toolcrib.app.bundle import open_bundle
from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.postings import documents
from toolcrib.catalog.unpack import unpack

QUESTIONS = Path(__file__).with_name("questions.tsv")

Search = Callable[[str], list[str]]


def questions(known: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each question with the modules that answer it, as far as they are known."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        for query, right in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not right or known & set(right.split()):
                yield query, known & set(right.split())


def own(bundle: Bundle) -> Search:
    """Return the search of toolcrib."""
    texts = Texts(bundle, "en")
    return lambda query: [hit.id for hit in find(bundle, query, texts).hits]


def baseline(bundle: Bundle) -> Search:
    """Return a search by FTS5 over the texts that toolcrib's own index is made of."""
    catalog, _ = unpack(bundle)
    table = sqlite3.connect(":memory:")
    options = "tokenize = 'porter unicode61 remove_diacritics 2'"
    table.execute(f"CREATE VIRTUAL TABLE texts USING fts5(module UNINDEXED, body, {options})")
    for document in documents(catalog, {}):
        task = catalog.tasks.get(document.key)
        module = task.solutions[0].module if task else document.key
        body = " . ".join(text for _, text in document.texts)
        table.execute("INSERT INTO texts VALUES (?, ?)", [module, body])

    def search(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        rows = "SELECT module FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 5"
        return [row[0] for row in table.execute(rows, [words])] if words else []

    return search


def measure(name: str, search: Search, asked: list[tuple[str, set[str]]]) -> None:
    """Print how a search did, and with -v where it went wrong."""
    first = among = silent = 0
    answerable = sum(bool(right) for _, right in asked)
    for query, right in asked:
        hits = search(query)
        first += bool(right & set(hits[:1]))
        among += bool(right & set(hits[:3]))
        silent += not right and not hits
        if "-v" in sys.argv and (not right & set(hits[:1]) if right else hits):
            print(f"{query!r}: {' '.join(hits) or 'nothing'}; right: {' '.join(sorted(right))}")
    print(
        f"{name}: of {answerable} questions right first {first / answerable:.1%}, in the first "
        f"three {among / answerable:.1%}; of {len(asked) - answerable} about nothing in the "
        f"catalog, {silent} without a hit"
    )


def main() -> None:
    """Measure both."""
    with open_bundle() as bundle:
        asked = list(questions({module.id for module in bundle.modules()}))
        measure("FTS5", baseline(bundle), asked)
        measure("toolcrib", own(bundle), asked)


if __name__ == "__main__":
    main()

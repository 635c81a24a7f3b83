"""Ask the exam's questions and print how toolcrib and plain full-text search did, slice by slice.

    python benchmarks/exam.py [-v]

The two halves of the exam lie in tests/catalog: on `exam_tuning.tsv` weights and words may be
tuned, and -v prints what goes wrong there. `exam_blind.tsv` is only ever counted: its questions
are not to be looked at together with their answers.

Each line holds a slice, a question, and the modules that answer it, written before any answer was
seen. A submodule of a right module is right. What has right modules, none of which is in the
catalog, should have no hit but one of those (slice `missing`), what has none, no hit at all.
The baseline is an FTS5 table of SQLite over names and purposes, with its porter stemmer and bm25.
"""

import csv
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from toolcrib.app.bundle import open_bundle
from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.value import Value

HERE = Path(__file__).parents[1] / "tests/catalog"

Search = Callable[[str], list[str]]


class Question(Value, frozen=True, kw_only=True):
    """A question with the modules of the catalog that answer it; `slice` says how it is asked."""

    slice: str
    text: str
    right: frozenset[str]


def questions(half: str, known: frozenset[str]) -> list[Question]:
    """Return the questions of a half of the exam."""
    with (HERE / f"exam_{half}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for slice_, text, *right in rows:
        modules = frozenset(" ".join(right).split())
        missing = bool(modules) and not modules & known
        found.append(Question(slice="missing" if missing else slice_, text=text, right=modules))
    return found


def own(bundle: Bundle) -> Search:
    """Return the search of toolcrib."""
    texts = Texts(bundle, "en")
    return lambda query: modules(hit.id for hit in find(bundle, query, texts, 20).hits)


def baseline(bundle: Bundle) -> Search:
    """Return a full-text search over names and purposes."""
    table = sqlite3.connect(":memory:")
    options = "tokenize = 'porter unicode61 remove_diacritics 2'"
    table.execute(f"CREATE VIRTUAL TABLE texts USING fts5(module UNINDEXED, body, {options})")
    for module in bundle.modules():
        body = " ".join((module.name, *module.import_names, module.purpose))
        table.execute("INSERT INTO texts VALUES (?, ?)", [module.id, body])

    def search(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        rows = "SELECT module FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 20"
        return modules(row[0] for row in table.execute(rows, [words])) if words else []

    return search


def modules(hits: Iterable[str]) -> list[str]:
    """Return the first five modules of hits, each once."""
    return list(dict.fromkeys(hits))[:5]


def place(question: Question, hits: list[str]) -> int:
    """Return the place of the first right hit, counted from one, or 0."""
    for number, hit in enumerate(hits, 1):
        if any(hit == right or hit.startswith(f"{right}.") for right in question.right):
            return number
    return 0


def answered(asked: list[Question], search: Search) -> str:
    """Return recall and mean reciprocal rank of questions that have an answer."""
    places = [place(question, search(question.text)) for question in asked]
    within = (sum(0 < p <= most for p in places) / len(places) for most in (1, 3, 5))
    mrr = sum(1 / p for p in places if p) / len(places)
    silent = sum(not search(question.text) for question in asked) / len(asked)
    figures = (*within, mrr, silent)
    return "".join(f"{figure:8.3f}" for figure in figures)


def refused(asked: list[Question], search: Search) -> str:
    """Return the share of questions without an answer here that have no hit, or a right one."""
    found = [(question, search(question.text)) for question in asked]
    share = sum(not hits or place(question, hits) == 1 for question, hits in found) / len(asked)
    return f"{'':32}{share:8.3f}"


def is_answered(question: Question) -> bool:
    """Tell whether the catalog has an answer."""
    return bool(question.right) and question.slice != "missing"


def report(name: str, asked: list[Question], search: Search) -> None:
    """Print the figures of a search, a line for each slice."""
    print(f"\n{name:24}{'number':>8}{'R@1':>8}{'R@3':>8}{'R@5':>8}{'MRR':>8}{'refused':>8}")
    slices = {
        "all with an answer": [q for q in asked if is_answered(q)],
        **{q.slice: [o for o in asked if o.slice == q.slice] for q in asked},
    }
    for slice_, of_slice in slices.items():
        figures = answered if is_answered(of_slice[0]) else refused
        print(f"{slice_:24}{len(of_slice):8}{figures(of_slice, search)}")


def main() -> None:
    """Ask both halves of both searches."""
    with open_bundle() as bundle:
        known = frozenset(module.id for module in bundle.modules())
        for half in ("tuning", "blind"):
            asked = questions(half, known)
            report(f"{half}: FTS5", asked, baseline(bundle))
            report(f"{half}: toolcrib", asked, own(bundle))
            if half == "tuning" and "-v" in sys.argv:
                for question in asked:
                    hits = own(bundle)(question.text)
                    if place(question, hits) != 1 and (hits or is_answered(question)):
                        right = " ".join(sorted(question.right))
                        print(f"{question.text!r}: {' '.join(hits) or 'nothing'}; right: {right}")


if __name__ == "__main__":
    main()

"""What a browser needs to answer as `crib find` does, in one file.

The file is four bytes with the length of a JSON text (little-endian), that text, columns of whole
numbers as LEB128 (seven bits a byte, the lowest first, the top bit set where more follow), and
blocks of bytes as they lie in the bundle. The text names columns and blocks with their lengths, in
order. `assets/ranking/columns.js` reads it. The figures of the scorer go with it, so they stand in
the Python alone; its words are written by `search_words.py`.
"""

import ast
import gzip
import inspect
from collections.abc import Iterable, Iterator
from types import ModuleType

import msgspec

from toolcrib.app.find import LIMIT
from toolcrib.app.language import ENGLISH, Texts
from toolcrib.catalog import (
    asked,
    certainty,
    earned,
    fit,
    lookup,
    matrix,
    nearness,
    question,
    search,
    spelling,
    vectors,
    words,
)
from toolcrib.catalog.bundle import Bundle
from toolcrib.web.search_columns import Columns, leb128, steps
from toolcrib.web.search_words import vocabulary

FORMAT = 3
"""Changes with the layout: a page asks for the file of its own build, so the two always agree."""

_FIGURES = (
    asked,
    certainty,
    earned,
    fit,
    lookup,
    matrix,
    nearness,
    question,
    search,
    spelling,
    vectors,
    words,
)
"""Whose constants the scorer in the browser needs."""

_PLAIN = (int, str, tuple, frozenset, dict)

_LEVEL = 7
"""Of gzip: the highest one takes three times as long, for half a percent."""

_OWN = ("matches", "an alternative to {}", "near in meaning")
"""The texts of the program that stand in hits."""


def search_index(bundle: Bundle) -> bytes:
    """Return the index of a bundle; the same bundle gives the same bytes."""
    columns: Columns = {}
    blocks: dict[str, bytes] = {}
    header = {
        "format": FORMAT,
        "limit": LIMIT,
        "figures": {_last_name(module): figures(module) for module in _FIGURES},
        "stop": sorted(bundle.stop_words()),
        "rarest": bundle.rarest(),
        **_entries(bundle, columns),
        **vocabulary(bundle, columns, blocks),
    }
    header["columns"] = [(name, len(numbers)) for name, numbers in columns.items()]
    header["blocks"] = [(name, len(block)) for name, block in blocks.items()]
    text = msgspec.json.encode(header)
    body = b"".join((*map(leb128, columns.values()), *blocks.values()))
    return len(text).to_bytes(4, "little") + text + body


def packed(index: bytes) -> bytes:
    """Return an index as it is served: gzip, whatever a host does; equal for equal indexes."""
    return gzip.compress(index, _LEVEL, mtime=0)


def figures(module: ModuleType) -> dict[str, object]:
    """Return the constants of a module by name: plain values, sets in order.

    What it imports from another one is that one's.
    """
    return {
        name.lstrip("_"): sorted(value) if isinstance(value, frozenset) else value
        for name in _assigned(module)
        if name.isupper() and isinstance(value := getattr(module, name), _PLAIN)
    }


def _assigned(module: ModuleType) -> Iterator[str]:
    """Yield the names that a module gives a value, in order."""
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id


def _last_name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


class _Table:
    """Values with a number each, in the order in which they came."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.numbers = {value: number for number, value in enumerate(first)}

    def __call__(self, value: str) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class _Tables:
    """All that entries are made of; texts begin with none, and with those of the program."""

    def __init__(self) -> None:
        self.texts, self.phrases = _Table(["", *_OWN]), _Table([""])
        self.modules, self.tasks = _Table(), _Table()


# Modules, tasks and names, with all texts that a hit shows.


def _candidates(bundle: Bundle, tables: _Tables) -> Columns:
    """Return the columns of all that can be a hit."""
    columns: Columns = {}
    candidates = [row for rows in bundle.candidates().values() for row in rows]
    tasks, modules = tables.tasks, tables.modules
    rows = [
        (document + 1, of_module + 1, tasks(task) + 1 if task else 0, modules(module), lead)
        for document, of_module, task, module, lead in candidates
    ]
    for number, name in enumerate(("document", "of_module", "task", "module", "lead")):
        column = [row[number] for row in rows]
        columns[f"candidate_{name}"] = column if name == "lead" else steps(column)
    shown = [
        bundle.solution_line(task, module) if task else ("", "", "")
        for _, _, task, module, _ in candidates
    ]
    columns["candidate_phrase"] = [tables.phrases(phrase) for _, phrase, _ in shown]
    columns["candidate_why"] = [tables.texts(why) for _, _, why in shown]
    return columns


def _entries(bundle: Bundle, columns: Columns) -> dict[str, object]:
    """Return modules, tasks and names, and fill the columns of candidates."""
    tables = _Tables()
    columns |= _candidates(bundle, tables)
    texts, modules, tasks = tables.texts, tables.modules, tables.tasks
    titles = dict(bundle.rows("SELECT id, title FROM tasks ORDER BY id"))
    named = [
        (key, modules(module), name, texts(why))
        for key, module, name, why in bundle.rows(
            "SELECT key, module, name, why FROM names ORDER BY key, place"
        )
    ]
    rivals = {id_: list(map(modules, bundle.rivals(id_))) for id_ in sorted(modules.numbers)}
    entries = [(id_, *_entry(bundle, id_)) for id_ in modules.numbers]
    columns["first_task"] = [
        tasks(task) + 1 if (task := next(iter(bundle.tasks_of(id_)), "")) else 0
        for id_ in modules.numbers
    ]
    header = {
        "modules": [(id_, "" if name == _bare_id(id_) else name) for id_, name, _ in entries],
        "tasks": list(tasks.numbers),
        "names": named,
        "rivals": {modules(id_): others for id_, others in rivals.items() if others},
    }
    columns["purpose"] = [texts(purpose) for _, _, purpose in entries]
    columns["title"] = [texts(titles[task]) for task in tasks.numbers]
    return header | _texts(bundle, list(texts.numbers), list(tables.phrases.numbers))


def _entry(bundle: Bundle, module: str) -> tuple[str, str]:
    return bundle.entry(module) or (_bare_id(module), "")


def _bare_id(module: str) -> str:
    return module.partition(":")[2]


def _texts(bundle: Bundle, texts: list[str], phrases: list[str]) -> dict[str, object]:
    """Return texts and proofs in English, and where they are others in each other language."""
    spoken = [Texts(bundle, language) for language in (ENGLISH, *bundle.languages())]
    return {
        "texts": {
            of.language: [_other(of(text), text, of.language) for text in texts] for of in spoken
        },
        "proofs": {
            of.language: [_other(of.proof(line), line, of.language) for line in phrases]
            for of in spoken
        },
    }


def _other(translated: str, text: str, language: str) -> str:
    return "" if translated == text and language != ENGLISH else translated

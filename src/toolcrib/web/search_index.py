"""What a browser needs to answer as `crib find` does, in one file.

The file is four bytes with the length of a JSON text (little-endian), that text, and columns of
whole numbers as LEB128: seven bits a byte, the lowest first, the top bit set where more follow. The
text names the columns with their lengths, in order. `assets/ranking/bundle.js` reads it. The
figures of the scorer go with it, so they stand in the Python alone.
"""

import gzip
import itertools
import operator
from collections import Counter
from collections.abc import Iterable
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from toolcrib.app.find import LIMIT
from toolcrib.app.language import ENGLISH, Texts
from toolcrib.catalog import asked, earned, fit, question, search, spelling, words
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.lookup import BARE, GENERIC, PLACE, numbers_of

if TYPE_CHECKING:
    from array import array

FORMAT = 2
"""Changes with the layout: a page asks for the file of its own build, so the two always agree."""

_FIGURES = {
    "asked": (asked,),
    "question": (question,),
    "search": (earned, fit, search),
    "spelling": (spelling,),
    "words": (words,),
}
"""Whose constants the scorer in the browser needs, by the file there that does the same."""

_PLAIN = (int, str, tuple, frozenset, dict)

_LEVEL = 7
"""Of gzip: the highest one takes three times as long, for half a percent."""

_OWN = ("matches", "an alternative to {}")
"""The texts of the program that stand in hits."""


def search_index(bundle: Bundle) -> bytes:
    """Return the index of a bundle; the same bundle gives the same bytes."""
    columns: dict[str, list[int]] = {}
    header = {
        "format": FORMAT,
        "limit": LIMIT,
        "figures": {name: figures(*modules) for name, modules in _FIGURES.items()},
        "stop": sorted(bundle.stop_words()),
        "rarest": bundle.rarest(),
        **_entries(bundle, columns),
        **_vocabulary(bundle, columns),
    }
    header["columns"] = [(name, len(numbers)) for name, numbers in columns.items()]
    text = msgspec.json.encode(header)
    body = b"".join(map(_leb128, columns.values()))
    return len(text).to_bytes(4, "little") + text + body


def packed(index: bytes) -> bytes:
    """Return an index as it is served: gzip, whatever a host does; equal for equal indexes."""
    return gzip.compress(index, _LEVEL, mtime=0)


def figures(*modules: ModuleType) -> dict[str, object]:
    """Return the constants of modules by name: plain values, sets in order."""
    return {
        name.lstrip("_"): sorted(value) if isinstance(value, frozenset) else value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, _PLAIN)
    }


class _Leb128(dict[int, bytes]):
    """Numbers as they are written, each worked out once: most of a column's come again."""

    def __missing__(self, number: int) -> bytes:
        packed = bytearray()
        left = number
        while left > 0x7F:  # noqa: PLR2004 -- seven bits
            packed.append(left & 0x7F | 0x80)
            left >>= 7
        packed.append(left)
        return self.setdefault(number, bytes(packed))


def _leb128(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_Leb128().__getitem__, numbers))


def _steps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number lies from the one before, small whichever way."""
    steps, before = [], 0
    for number in numbers:
        step = number - before
        steps.append(step * 2 if step >= 0 else -step * 2 - 1)
        before = number
    return steps


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


def _candidates(bundle: Bundle, tables: _Tables) -> dict[str, list[int]]:
    """Return the columns of all that can be a hit."""
    columns: dict[str, list[int]] = {}
    candidates = [row for rows in bundle.candidates().values() for row in rows]
    tasks, modules = tables.tasks, tables.modules
    rows = [
        (document + 1, of_module + 1, tasks(task) + 1 if task else 0, modules(module), lead)
        for document, of_module, task, module, lead in candidates
    ]
    for number, name in enumerate(("document", "of_module", "task", "module", "lead")):
        column = [row[number] for row in rows]
        columns[f"candidate_{name}"] = column if name == "lead" else _steps(column)
    shown = [
        bundle.solution_line(task, module) if task else ("", "", "")
        for _, _, task, module, _ in candidates
    ]
    columns["candidate_phrase"] = [tables.phrases(phrase) for _, phrase, _ in shown]
    columns["candidate_why"] = [tables.texts(why) for _, _, why in shown]
    return columns


def _entries(bundle: Bundle, columns: dict[str, list[int]]) -> dict[str, object]:
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


# Words: terms, pairs of them, where they stand, and the forms that slips are mended by.


def _vocabulary(bundle: Bundle, columns: dict[str, list[int]]) -> dict[str, object]:
    """Return terms, forms and synonyms, and fill the columns of terms, pairs and postings."""
    rows = bundle.rows("SELECT term, rarity, kind FROM terms ORDER BY term")
    terms = [row for row in rows if " " not in row[0]]
    numbers = {term: number for number, (term, _, _) in enumerate(terms)}
    pairs = sorted(
        (*(numbers[part] for part in term.split(" ")), rarity, term)
        for term, rarity, _ in rows
        if " " in term
    )
    columns["generic"] = [numbers[term] for term, _, kind in terms if kind & GENERIC]
    columns["bare"] = _steps(numbers[term] for term, _, kind in terms if kind & BARE)
    columns["rarity"] = [rarity for _, rarity, _ in terms] + [pair[2] for pair in pairs]
    columns["pair_first"] = _steps(pair[0] for pair in pairs)
    columns["pair_second"] = _steps(pair[1] for pair in pairs)
    _postings(bundle, [term for term, _, _ in terms] + [pair[3] for pair in pairs], columns)
    forms = sorted(bundle.forms().items())
    columns["form_term"] = _steps(numbers[term] + 1 if term else 0 for _, term in forms)
    same: dict[str, list[int]] = {}
    for term, other in bundle.rows("SELECT term, other FROM same ORDER BY term, other"):
        if other in numbers:
            same.setdefault(term, []).append(numbers[other])
    return {
        "terms": " ".join(term for term, _, _ in terms),
        "forms": " ".join(form for form, _ in forms),
        "same": same,
    }


def _postings(bundle: Bundle, terms: list[str], columns: dict[str, list[int]]) -> None:
    """Fill the columns of postings: how many each term has, their documents, weights and texts.

    Of weights and bits of texts there are few: each is a number in a table, the frequent ones low.
    """
    packed = bundle.packed_places()
    places = [packed.get(term, b"") for term in terms]
    counts = [len(each) // PLACE for each in places]
    columns["posting_count"] = counts
    documents = _column(places, 0)
    before = [0, *documents[:-1]]
    for start in itertools.accumulate(counts[:-1], initial=0):
        if start < len(before):
            before[start] = 0
    columns["posting_document"] = list(map(operator.sub, documents, before))
    for number, name in ((1, "weight"), (2, "texts")):
        values = _column(places, number)
        table = _by_frequency(values)
        columns[f"{name}_table"] = list(table)
        columns[f"posting_{name}"] = list(map(table.__getitem__, values))


def _column(places: Iterable[bytes], number: int) -> "array[int]":
    """Return one of the three columns of places, for all terms together."""
    parts = []
    for each in places:
        third = len(each) // 3
        parts.append(each[number * third : (number + 1) * third])
    return numbers_of(b"".join(parts))


def _by_frequency(values: Iterable[int]) -> dict[int, int]:
    """Return the number of each value, the most frequent ones first."""
    counted = Counter(values)
    ordered = sorted(counted, key=lambda value: (-counted[value], value))
    return {value: number for number, value in enumerate(ordered)}

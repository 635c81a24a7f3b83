"""What search looks things up in: content to terms with whole-number weights."""

import ast
import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping

from toolcrib.catalog.earned import CODE, NAMED, TEXTS, WHOLE
from toolcrib.catalog.exported_terms import Place, add_exported, scaled_weight, whole_term
from toolcrib.catalog.words import fold, joined, parts, split, stem
from toolcrib.model.catalog import Catalog, Vocabulary
from toolcrib.model.exported import Exported
from toolcrib.model.module import Module
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value

_TELLING = 5
"""The least weight of a text whose words can tell what a document is about."""

_IN_CODE, _OF_MODULE, _BARE = 3, 12, 11
"""The weights of a name in code, of a module's names, and of what is in the latter."""

_OF_PART = 70
"""Per cent that a part of a module's name counts: `orm` of `tortoise-orm`."""

_OF_FIRST, _OF_OTHERS = 8, 6
"""The weights of a use that a task shows of its first module, and of another one."""

_AFFIXES = re.compile(r"^(?:py|python)?(.{3,}?)(?:lib|py)?$")
"""What names are dressed in: `pymongo`, `imaplib`, `gpxpy`."""

Text = tuple[int, str]
"""A text of a document, and how much its words weigh."""


class Document(Value, frozen=True, kw_only=True):
    """What is found: a task or a module, with the texts it is found by."""

    key: str
    texts: tuple[Text, ...]


class Term(Value, frozen=True, kw_only=True):
    """A term with its rarity, whether it may not win alone, and its places by document number.

    One that is `bare` is a name in code, and no word of any text.
    """

    name: str
    rarity: int
    generic: bool
    bare: bool = False
    places: dict[int, Place]


class Postings(Value, frozen=True, kw_only=True):
    """All that a question needs; `forms` are the whole words with the term that each one is."""

    documents: tuple[str, ...]
    terms: tuple[Term, ...]
    forms: dict[str, str]
    same: tuple[tuple[str, str], ...]
    stop: tuple[str, ...]


def index(
    catalog: Catalog,
    attributes: Mapping[str, str] | None = None,
    exported: Iterable[Exported] = (),
) -> Postings:
    """Build the postings of a catalog; the same catalog gives the same postings.

    `attributes` are names of the standard library with the modules that each is of, `exported` the
    names that were read from modules.
    """
    stop = stop_words(catalog.vocabulary)
    generic = {stem(word) for word in _words(catalog.vocabulary.generic)}
    found_by = documents(catalog, attributes or {})
    places: dict[str, dict[int, Place]] = {}
    forms: dict[str, str] = {}
    for number, document in enumerate(found_by):
        for form, term, weight, bits in _standing(document, stop):
            if form and bits & TEXTS and not term.isdigit():
                forms[form] = term
            of_term = places.setdefault(term, {})
            before = of_term.get(number, Place(0, 0))
            more = max(before.weight, weight) + min(before.weight, weight) // 5
            of_term[number] = Place(more, before.texts | bits)
    add_exported(places, {document.key: n for n, document in enumerate(found_by)}, exported)
    # A generic word that stands nowhere is no less generic.
    nowhere: dict[str, dict[int, Place]] = {term: {} for term in generic}
    return Postings(
        documents=tuple(document.key for document in found_by),
        terms=tuple(
            Term(
                name=term,
                rarity=rarity(len(found_by), len(found)),
                generic=term in generic,
                bare=bool(found) and not any(p.texts & (TEXTS | CODE) for p in found.values()),
                places=dict(sorted(found.items())),
            )
            for term, found in sorted((nowhere | places).items())
        ),
        # Who types the name of something else has not mistyped a word of ours.
        forms=dict(sorted((dict.fromkeys(_trap_words(catalog), "") | forms).items())),
        same=tuple(sorted(_same(catalog.vocabulary))),
        stop=tuple(sorted(stop)),
    )


def _standing(document: Document, stop: frozenset[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the words of a document text by text: form, term, weight and bits.

    So, without a form, are two words of a telling text that follow each other.
    """
    position = 0
    for weight, text in document.texts:
        found = dict(terms(text, stop))
        bits = NAMED if weight in (_OF_MODULE, _BARE) else 0
        if weight >= _TELLING:
            bits |= min(1 << position, CODE >> 1)
            position += 1
        scaled = scaled_weight(weight, len(found))
        whole = whole_term(text) if weight == _IN_CODE else ""
        named = joined(fold(text)) if weight == _OF_MODULE and len(found) > 1 else ""
        for form, term in found.items():
            said = scaled * _OF_PART // 100 if named and form != named else scaled
            yield form, term, said, bits | (WHOLE if term == whole else 0)
        if weight >= _TELLING:
            for one, other in itertools.pairwise(found.values()):
                yield "", f"{one} {other}", scaled, bits


def documents(catalog: Catalog, attributes: Mapping[str, str]) -> tuple[Document, ...]:
    """Return all that can be found: tasks by id, then modules by id."""
    return (*_task_documents(catalog), *_module_documents(catalog, attributes))


def terms(text: str, stop: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with the term of each.

    A compound name gives itself as one word, and its parts.
    """
    for word in split(text):
        pieces = parts(word)
        if len(pieces) > 1:
            yield joined(word), joined(word)
        for piece in pieces:
            if piece not in stop and len(piece) > 1:
                yield piece, stem(piece)


def stop_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that no search looks for."""
    return frozenset(_words(vocabulary.stop))


def rarity(documents: int, found: int) -> int:
    """Return how much a term tells that `found` of all documents contain, in tenths."""
    return max(1, round(10 * math.log(1 + (documents - found + 0.5) / (found + 0.5))))


def _trap_words(catalog: Catalog) -> Iterator[str]:
    for trap in catalog.traps:
        if len(words := split(trap.name)) == 1:
            yield joined(words[0])


def _words(by_language: dict[str, str]) -> list[str]:
    return [piece for text in by_language.values() for word in split(text) for piece in parts(word)]


def _same(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    groups = [line for lines in vocabulary.same.values() for line in lines]
    return {
        (one, other)
        for group in groups
        for one in map(stem, split(group))
        for other in map(stem, split(group))
        if one != other
    }


def _task_documents(catalog: Catalog) -> Iterator[Document]:
    shelves = {category.key: category.title for category in catalog.categories}
    for task in sorted(catalog.tasks.values(), key=lambda task: task.id):
        texts = [
            (8, task.id),
            *_in_all_languages(catalog, 10, task.title),
            *((9, phrase) for phrases in task.phrases.values() for phrase in phrases),
            *_uses(task),
            (2, " ".join(task.parameters)),
            *_in_all_languages(catalog, 2, shelves.get(task.category, "")),
            *(text for solution in task.solutions for text in _solution_texts(task, solution)),
        ]
        yield Document(key=task.id, texts=tuple(texts))


def _uses(task: Task) -> Iterator[Text]:
    """Yield the uses that a task shows; those of any module but its first are more theirs."""
    first = task.solution()
    for line in task.covers:
        module, _, use = line.partition(": ")
        yield _OF_FIRST if first is None or module == first.module else _OF_OTHERS, use


def _solution_texts(task: Task, solution: Solution) -> Iterator[Text]:
    first = task.prefer is None or task.prefer.id == solution.module
    yield 7 if first else 5, solution.module.partition(":")[2]
    yield 2, solution.doc
    for name in sorted(_api_names(solution.code)):
        yield _IN_CODE, name


def _api_names(code: str) -> set[str]:
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:
        return set()
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imports = [n for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    return names | {alias.name for node in imports for alias in node.names}


def _module_documents(catalog: Catalog, attributes: Mapping[str, str]) -> Iterator[Document]:
    of_module = _by_module(catalog, attributes)
    shelves = {category.key: category.title for category in catalog.categories}
    for module in sorted(catalog.modules.values(), key=lambda module: module.id):
        texts = [
            *((_OF_MODULE, name) for name in sorted(names(module))),
            *((_BARE, name) for name in sorted(_bare(names(module)))),
            *_in_all_languages(catalog, 7, module.purpose),
            *(t for use in module.use_cases for t in _in_all_languages(catalog, 8, use)),
            *((9, phrase) for phrases in module.phrases.values() for phrase in phrases),
            # Not its pitfall: what somebody should not do with it is no answer to how it is done.
            *((2, shelves.get(key, "")) for key in module.categories),
            *((_IN_CODE, name) for name in of_module.get(module.id, ())),
        ]
        yield Document(key=module.id, texts=tuple(texts))


def _by_module(catalog: Catalog, attributes: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the attributes of each standard module, or of the one that it lies in."""
    found: dict[str, list[str]] = {}
    for name, modules in sorted(attributes.items()):
        for module in modules.split():
            around = itertools.accumulate(module.split("."), "{}.{}".format)
            listed = [id_ for id_ in map("std:{}".format, around) if id_ in catalog.modules]
            for id_ in listed[-1:]:
                found.setdefault(id_, []).append(name)
    return found


def _in_all_languages(catalog: Catalog, weight: int, text: str) -> Iterator[Text]:
    yield weight, text
    for translated in catalog.translations.values():
        if text in translated:
            yield weight, translated[text]


def _bare(names: set[str]) -> set[str]:
    """Return what is left of names without the marks of a module."""
    return {_AFFIXES.sub(r"\1", joined(fold(name))) for name in names} - names


def names(module: Module) -> set[str]:
    """Return all names that a module goes by: its own, to install, to import."""
    own = module.id.partition(":")[2]
    return {own, module.name, module.install_name, *module.import_names} - {""}

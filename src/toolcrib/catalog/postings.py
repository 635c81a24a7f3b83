"""What search looks things up in: content to terms with whole-number weights."""

import ast
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from toolcrib.catalog.document_terms import (
    BARE,
    IN_CODE,
    OF_MODULE,
    Document,
    DocumentTerms,
    Text,
    document_terms,
)
from toolcrib.catalog.exported_terms import ExportedTerms, exported_terms, stemmed
from toolcrib.catalog.index_terms import GONE, Change, Parts, Term, all_terms, some_terms
from toolcrib.catalog.kept import Kept, Section, digest
from toolcrib.catalog.vectors import ELSEWHERE, NOWHERE, Vector, scaled, unpacked
from toolcrib.catalog.words import fold, joined, parts, split
from toolcrib.model.catalog import Catalog, Vocabulary
from toolcrib.model.exported import Exported
from toolcrib.model.module import Module
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value

_OF_FIRST, _OF_OTHERS = 8, 6
"""The weights of a use that a task shows of its first module, and of another one."""

_AFFIXES = re.compile(r"^(?:py|python)?(.{3,}?)(?:lib|py)?$")
"""What names are dressed in: `pymongo`, `imaplib`, `gpxpy`."""


class Postings(Value, frozen=True, kw_only=True):
    """All that a question needs; `forms` are the whole words with the term that each one is.

    `made_of` tells the terms from those of any other content. Where `since` is not nothing, they
    are only those that it affects, and all others are as they were last. The `vectors` are those of
    the documents, and `elsewhere` those of questions about nothing here.
    """

    documents: tuple[str, ...]
    terms: tuple[Term, ...]
    forms: dict[str, str]
    same: tuple[tuple[str, str], ...]
    stop: tuple[str, ...]
    made_of: str
    word_vectors: Mapping[str, bytes]
    vectors: tuple[Vector, ...]
    elsewhere: tuple[Vector, ...]
    since: Change | None = None


def index(  # noqa: PLR0913 -- all that an index is made of
    catalog: Catalog,
    attributes: Mapping[str, str] | None = None,
    exported: Iterable[Exported] = (),
    *,
    vectors: Mapping[str, bytes] = MappingProxyType({}),
    kept: Kept | None = None,
    last: str = "",
) -> Postings:
    """Build the postings of a catalog; the same catalog gives the same postings.

    `attributes` are names of the standard library with the modules that each is of, `exported` the
    names that were read from modules, `vectors` what words mean. What is `kept` of the last time is
    not computed again; and where the `last` terms were made of just that, of them only those that
    changes affect.
    """
    kept = kept or Kept()
    stop = stop_words(catalog.vocabulary)
    content = Parts(
        documents=_of_documents(documents(catalog, attributes or {}, kept), stop, vectors, kept),
        exported=_of_modules(catalog, exported, kept),
        generic=frozenset(stemmed(word) for word in _words(catalog.vocabulary.generic)),
    )
    forms: dict[str, str] = {}
    for document in content.documents.values():
        forms |= document.forms
    before, made_of = _stamps_of(_sections(kept), content.generic)
    since = _since(content, kept) if last == before else None
    return Postings(
        documents=tuple(content.documents),
        terms=all_terms(content) if since is None else some_terms(content, since.affected),
        # Who types the name of something else has not mistyped a word of ours.
        forms=dict(sorted((dict.fromkeys(_trap_words(catalog), "") | forms).items())),
        same=tuple(sorted(_same(catalog.vocabulary))),
        stop=tuple(sorted(stop)),
        made_of=made_of,
        word_vectors=vectors,
        vectors=tuple(document.vector or NOWHERE for document in content.documents.values()),
        elsewhere=tuple(
            scaled(unpacked(vectors[name]))
            for name in sorted(vectors)
            if name.startswith(ELSEWHERE)
        ),
        since=since,
    )


def _of_documents(
    found_by: Iterable[Document], stop: frozenset[str], vectors: Mapping[str, bytes], kept: Kept
) -> dict[str, DocumentTerms]:
    (section, _), with_all = _sections(kept), digest((sorted(stop), sorted(vectors.items())))

    @cache
    def vector_of(term: str) -> Vector | None:
        packed = vectors.get(term)
        return unpacked(packed) if packed else None

    return {
        document.key: section.get(
            document.key,
            digest((with_all, document.texts)),
            partial(document_terms, document, stop, vector_of),
        )
        for document in found_by
    }


def _of_modules(
    catalog: Catalog, exported: Iterable[Exported], kept: Kept
) -> dict[str, ExportedTerms]:
    _, section = _sections(kept)
    by_module: dict[str, list[Exported]] = {}
    for each in exported:
        if each.module in catalog.modules:
            by_module.setdefault(each.module, []).append(each)
    return {
        module: section.get(module, digest(of_module), partial(exported_terms, of_module))
        for module, of_module in sorted(by_module.items())
    }


def _since(made_of: Parts, kept: Kept) -> Change | None:
    """Return what is not as it was last, if most is.

    A term depends on its own places, on how many documents there are, and on their numbers.
    """
    documents, modules = _sections(kept)
    numbers = {key: number for number, key in enumerate(made_of.documents)}
    moved = tuple(numbers.get(key, GONE) for key in documents.before)
    left = [number for number in moved if number != GONE]
    if not left or left != sorted(left):
        return None
    affected: set[str] = set()
    for key in documents.changed():
        for each in (documents.before, documents.now):
            affected |= each[key][1].places.keys() if key in each else frozenset()
    for key in modules.changed():
        for exported in (modules.before, modules.now):
            affected |= exported.get(key, ("", {}))[1].keys()
    same = len(moved) == len(numbers) and GONE not in moved
    return Change(frozenset(affected), None if same else moved, len(numbers))


def _stamps_of(sections: tuple[Section[Any], ...], generic: frozenset[str]) -> Iterator[str]:
    """Yield what terms are made of: as it was last, and as it is now."""
    for when in ("before", "now"):
        stamps = [[(key, s) for key, (s, _) in getattr(each, when).items()] for each in sections]
        yield digest((stamps, sorted(generic)))


def _sections(kept: Kept) -> tuple[Section[DocumentTerms], Section[ExportedTerms]]:
    return kept.section("documents", DocumentTerms), kept.section("exported", ExportedTerms)


def documents(
    catalog: Catalog, attributes: Mapping[str, str], kept: Kept | None = None
) -> tuple[Document, ...]:
    """Return all that can be found: tasks by id, then modules by id."""
    return (*_task_documents(catalog, kept or Kept()), *_module_documents(catalog, attributes))


def stop_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that no search looks for."""
    return frozenset(_words(vocabulary.stop))


def _trap_words(catalog: Catalog) -> Iterator[str]:
    for trap in catalog.traps:
        if len(words := split(trap.name)) == 1:
            yield joined(words[0])


def _words(by_language: dict[str, str]) -> list[str]:
    return [piece for text in by_language.values() for word in split(text) for piece in parts(word)]


def _same(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    groups = [line for lines in vocabulary.same.values() for line in lines]
    alike = [{stemmed(word) for word in split(group)} for group in groups]
    return {pair for terms in alike for pair in itertools.permutations(terms, 2)}


def _task_documents(catalog: Catalog, kept: Kept) -> Iterator[Document]:
    shelves = {category.key: category.title for category in catalog.categories}
    names_in = kept.section("code", tuple[str, ...])
    for task in sorted(catalog.tasks.values(), key=lambda task: task.id):
        texts = [
            (8, task.id),
            *_in_all_languages(catalog, 10, task.title),
            *((6, phrase) for phrases in task.phrases.values() for phrase in phrases),
            *_uses(task),
            (2, " ".join(task.parameters)),
            *_in_all_languages(catalog, 2, shelves.get(task.category, "")),
            *(t for solution in task.solutions for t in _solution_texts(task, solution, names_in)),
        ]
        yield Document(key=task.id, texts=tuple(texts))


def _uses(task: Task) -> Iterator[Text]:
    """Yield the uses that a task shows; those of any module but its first are more theirs."""
    first = task.solution()
    for line in task.covers:
        module, _, use = line.partition(": ")
        yield _OF_FIRST if first is None or module == first.module else _OF_OTHERS, use


def _solution_texts(
    task: Task, solution: Solution, names_in: Section[tuple[str, ...]]
) -> Iterator[Text]:
    first = task.prefer is None or task.prefer.id == solution.module
    yield 7 if first else 5, solution.module.partition(":")[2]
    yield 2, solution.doc
    code, key = solution.code, f"{task.id}/{solution.file}"
    for name in names_in.get(key, digest(code), partial(_api_names, code)):
        yield IN_CODE, name


def _api_names(code: str) -> tuple[str, ...]:
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:
        return ()
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imports = [n for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    return tuple(sorted(names | {alias.name for node in imports for alias in node.names}))


def _module_documents(catalog: Catalog, attributes: Mapping[str, str]) -> Iterator[Document]:
    of_module = _by_module(catalog, attributes)
    shelves = {category.key: category.title for category in catalog.categories}
    for module in sorted(catalog.modules.values(), key=lambda module: module.id):
        texts = [
            *((OF_MODULE, name) for name in sorted(names(module))),
            *((BARE, name) for name in sorted(_bare(names(module)))),
            *_in_all_languages(catalog, 7, module.purpose),
            *(t for use in module.use_cases for t in _in_all_languages(catalog, 8, use)),
            *((6, phrase) for phrases in module.phrases.values() for phrase in phrases),
            # Not its pitfall: what somebody should not do with it is no answer to how it is done.
            *((2, shelves.get(key, "")) for key in module.categories),
            *((IN_CODE, name) for name in of_module.get(module.id, ())),
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

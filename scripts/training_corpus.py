"""What word vectors are learnt from: texts of the catalog; questions with and without an answer."""

import gzip
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from toolcrib.catalog.document_terms import TELLING, terms
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.postings import documents, stop_words
from toolcrib.model.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]

LEAST_TEXTS, EVERYDAY = 2, 3_000
"""Texts that a term must stand in to get a vector; English words of every day that get one, too."""


class Corpus(NamedTuple):
    """All that is learnt from, as numbers of terms; `owners` are the documents of the texts."""

    terms: list[str]
    shown: list[str]
    texts: list[list[int]]
    written: list[str]
    english: list[bool]
    owners: list[int]
    answered: list[tuple[list[int], list[int]]]
    elsewhere: list[list[int]]


def read_corpus(fold: int | None) -> Corpus:
    """Read the catalog and the questions; of these, leave out every second with a `fold`."""
    catalog = read_catalog(ROOT / "catalog")
    stop = stop_words(catalog.vocabulary)
    found = documents(catalog, {})
    texts = [
        (number, text, forms_by_term(text, stop))
        for number, document in enumerate(found)
        for weight, text in document.texts
        if weight >= TELLING
    ]
    asked = [(forms_by_term(text, stop), modules.split()) for text, modules in questions(fold)]
    forms = _forms([row[2] for row in texts], [row[0] for row in asked], stop)
    known = {term: number for number, term in enumerate(forms)}
    keys = {document.key: number for number, document in enumerate(found)}
    french = set(french_texts(catalog))
    rows = [
        (number, text, terms_)
        for number, text, of_text in texts
        if (terms_ := [known[term] for term in of_text if term in known])
    ]
    answered = [
        ([known[term] for term in of], [keys[id_] for id_ in modules if id_ in keys])
        for of, modules in asked
        if of
    ]
    return Corpus(
        terms=list(known),
        shown=list(forms.values()),
        texts=[terms_ for _, _, terms_ in rows],
        written=[text for _, text, _ in rows],
        english=[text not in french for _, text, _ in rows],
        owners=[number for number, _, _ in rows],
        answered=[(of, modules) for of, modules in answered if modules],
        elsewhere=[of for of, modules in answered if not modules],
    )


def forms_by_term(text: str, stop: frozenset[str]) -> dict[str, str]:
    """Return the terms of a text, each once, with a word that it stands for."""
    return {term: form for form, term in terms(text, stop)}


def french_texts(catalog: Catalog) -> Iterator[str]:
    """Yield all that the catalog says in French."""
    for texts in catalog.translations.values():
        yield from texts.values()
    for task in catalog.tasks.values():
        yield from task.phrases.get("fr", ())
    for module in catalog.modules.values():
        yield from module.phrases.get("fr", ())


def _forms(
    texts: list[dict[str, str]], asked: list[dict[str, str]], stop: frozenset[str]
) -> dict[str, str]:
    """Return the terms that get a vector, in order, each with a word that it stands for."""
    forms: dict[str, str] = {}
    for of_text in itertools.chain(texts, asked):
        for term, form in of_text.items():
            forms.setdefault(term, form)
    for word in _everyday(EVERYDAY):
        for term, form in forms_by_term(word, stop).items():
            forms.setdefault(term, form)
    counted = Counter(term for of_text in texts for term in of_text)
    rare = {term for term, number in counted.items() if number < LEAST_TEXTS}
    rare -= {term for of_question in asked for term in of_question}
    return {term: forms[term] for term in sorted(forms.keys() - rare)}


def questions(fold: int | None) -> Iterator[tuple[str, str]]:
    """Yield the questions, each with the modules that answer it, or with none."""
    for name in ("answered.tsv", "elsewhere.tsv"):
        lines = (ROOT / "training" / name).read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            if fold is None or number % 2 == fold:
                question, _, modules = line.partition("\t")
                yield question, modules


def _everyday(number: int) -> list[str]:
    """Return the most frequent English words, by the frequencies that pyspellchecker carries."""
    packed = files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    frequencies: dict[str, int] = json.loads(gzip.decompress(packed))
    words = (word for word in frequencies if word.isalpha() and word.isascii())
    return sorted(words, key=lambda word: (-frequencies[word], word))[:number]

"""Phrases that nobody can find anything by."""

from collections.abc import Iterator

from toolcrib.catalog.document_terms import terms
from toolcrib.catalog.places import module_place, task_place
from toolcrib.catalog.postings import stop_words
from toolcrib.model.catalog import Catalog


def dead_phrases(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the phrases without any word that a search looks for, each behind its file."""
    stop = stop_words(catalog.vocabulary)
    said = [
        *((module_place(module.id), module.phrases) for module in catalog.modules.values()),
        *((task_place(task.id), task.phrases) for task in catalog.tasks.values()),
    ]
    for place, by_language in said:
        for phrase in (phrase for phrases in by_language.values() for phrase in phrases):
            if not any(terms(phrase, stop)):
                yield place, phrase

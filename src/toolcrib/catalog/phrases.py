"""Phrases that nobody can find anything by."""

from collections.abc import Iterator

from toolcrib.catalog.postings import terms
from toolcrib.catalog.words import parts, split
from toolcrib.model.catalog import Catalog


def dead_phrases(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the phrases without any word that a search looks for, each behind its file."""
    stop = frozenset(
        piece
        for text in catalog.vocabulary.stop.values()
        for word in split(text)
        for piece in parts(word)
    )
    for module in catalog.modules.values():
        origin, _, name = module.id.partition(":")
        for phrase in (p for of in module.phrases.values() for p in of):
            if not any(terms(phrase, stop)):
                yield f"modules/{origin}/{name}.toml", phrase
    for task in catalog.tasks.values():
        for phrase in (p for of in task.phrases.values() for p in of):
            if not any(terms(phrase, stop)):
                yield f"tasks/{task.id}/task.toml", phrase

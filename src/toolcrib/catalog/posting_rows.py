"""Postings and alternatives as rows of a bundle."""

from collections.abc import Iterable, Iterator

from toolcrib.catalog.matrix import packed_matrix
from toolcrib.catalog.postings import Postings
from toolcrib.model.catalog import Catalog

Row = tuple[object, ...]

MOST_COMPARED = 5_000
"""Documents of a bundle whose questions are compared with all of them; else words alone decide.

So many take a millisecond, and a hundred thousand would take forty.
"""


def posting_rows(postings: Postings) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield the tables that postings fill, with their rows."""
    yield (
        "terms",
        [
            (term.name, term.rarity, term.generic + 2 * term.bare, term.packed)
            for term in postings.terms
        ],
    )
    yield "forms", postings.forms.items()
    yield "same", postings.same
    yield "vectors", sorted(postings.word_vectors.items())
    few = len(postings.vectors) <= MOST_COMPARED
    yield (
        "matrices",
        [
            ("documents", packed_matrix(postings.vectors if few else ())),
            ("elsewhere", packed_matrix(postings.elsewhere if few else ())),
        ],
    )


def rivals(catalog: Catalog) -> Iterator[Row]:
    """Yield the alternatives of each module: those that it names, then those that name it."""
    modules = [catalog.modules[id_] for id_ in sorted(catalog.modules)]
    found = {module.id: dict.fromkeys(module.alternatives) for module in modules}
    for module in modules:
        for other in module.alternatives:
            found.get(other, {}).setdefault(module.id)
    for id_, others in found.items():
        for place, other in enumerate(other for other in others if other in found):
            yield id_, place, other

"""The page that says how much is proven, on which Pythons, and what is not yet."""

from toolcrib.model.proof import Word
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single
from toolcrib.web.tags import tags


def _page(library: Library) -> Page:
    texts = library.texts
    without = [id_ for id_ in library.modules if id_ not in library.proofs]
    beyond = [
        id_ for id_, proof in library.proofs.items() if proof.word not in (Word.PROVEN, Word.RAN)
    ]
    return Page(
        template="coverage.html",
        title=texts("What is proven"),
        summary=texts("How much of the catalog is proven, on which Pythons, and what is not yet."),
        content={
            "coverage": library.coverage,
            "without": tags(library, sorted(without)),
            "beyond": tags(library, sorted(beyond)),
        },
        data=library.coverage,
    )


KIND = single("coverage", "coverage/", _page)

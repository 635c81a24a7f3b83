"""The page that tells how a proof is made, and what it does not say."""

from toolcrib.model.receipt import Grade
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single


def _page(library: Library) -> Page:
    return Page(
        template="method.html",
        title=library.texts("How proof is made"),
        summary=library.texts("What proven means, how closed the rooms are, and what is not said."),
        content={"grades": library.coverage.grades, "known": [str(grade) for grade in Grade]},
    )


KIND = single("method", "method/", _page)

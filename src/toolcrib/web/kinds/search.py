"""The page of results; what was asked stands in its address."""

from toolcrib.web.library import Library
from toolcrib.web.page import Page, single


def _page(library: Library) -> Page:
    return Page(
        template="search.html",
        title=library.texts("Search"),
        summary=library.texts("Find a Python module by the task it is for."),
        listed=False,
    )


KIND = single("search", "search/", _page)

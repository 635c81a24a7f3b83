"""The page of results; what was asked stands in its address."""

from toolcrib.app.find import find
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single

SHOWN = 20
"""Hits on the page; `search.js` shows as many."""

LONGEST = 1000
"""Characters of a question that are looked at; the field takes no more."""


def _page(library: Library) -> Page:
    return Page(
        template="search.html",
        title=library.texts("Search"),
        summary=library.texts("Find a Python module by the task it is for."),
        content={"query": "", "hits": ()},
        listed=False,
    )


def results(library: Library, query: str) -> Page:
    """Return the page with its hits, for browsers that do not compute them."""
    hits = find(library.bundle, query, library.texts, SHOWN).hits
    return Page(
        template="search.html",
        title=f"{query} · {library.texts('Search')}",
        content={"query": query, "hits": hits},
        listed=False,
    )


KIND = single("search", "search/", _page)

"""The page that stands in for one that cannot be had without a connection."""

from toolcrib.web.library import Library
from toolcrib.web.page import Page, single


def _page(library: Library) -> Page:
    title = library.texts("This page is not kept here.")
    return Page(template="offline.html", title=title, listed=False)


KIND = single("offline", "offline/", _page)

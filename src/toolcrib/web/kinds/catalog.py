"""The page of all modules, shelf by shelf."""

from toolcrib.app.browse import list_modules
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single
from toolcrib.web.tags import tags


def _page(library: Library) -> Page:
    listing = list_modules(library.bundle, library.texts)
    keys = {library.texts(category.title): category.key for category in library.categories}
    return Page(
        template="catalog.html",
        title=library.texts("All modules"),
        summary=library.texts("Python modules by task, each with programs that were really run."),
        content={
            "shelves": [
                {"key": keys[shelf.title], "title": shelf.title, "count": len(shelf.entries)}
                for shelf in listing.shelves
            ],
            "modules": tags(library, sorted(library.modules, key=lambda i: i.partition(":")[2])),
        },
        data=listing,
    )


KIND = single("catalog", "modules/", _page)

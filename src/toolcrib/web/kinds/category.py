"""The page of a category: its tasks and its modules."""

from collections.abc import Iterator

from toolcrib.app.browse import list_modules, list_tasks
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page
from toolcrib.web.tags import tags


def _keys(library: Library) -> Iterator[str]:
    used = {key for module in library.modules.values() for key in module.categories}
    return (category.key for category in library.categories if category.key in used)


def _page(library: Library, key: str) -> Page | None:
    title = next((c.title for c in library.categories if c.key == key), None)
    if title is None:
        return None
    listing = list_modules(library.bundle, library.texts, key, library.stock.shelf(key))
    tasks = list_tasks(library.bundle, library.texts, key)
    return Page(
        template="category.html",
        title=library.texts(title),
        summary=library.texts("Python modules for: {}.").format(library.texts(title)),
        content={
            "modules": tags(library, (e.id for shelf in listing.shelves for e in shelf.entries)),
            "tasks": [entry for shelf in tasks.shelves for entry in shelf.entries],
        },
        data=listing,
    )


KIND = Kind(name="category", prefix="category/", keys=_keys, page=_page)

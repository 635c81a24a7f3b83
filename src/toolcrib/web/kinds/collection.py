"""The page of a collection: a list as a shelf to browse, with what is proven of it."""

from collections.abc import Iterator

from toolcrib.app.browse import list_collection
from toolcrib.model.proof import Word
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page
from toolcrib.web.tags import tags


def _keys(library: Library) -> Iterator[str]:
    return (collection.id for collection in library.collections)


def _page(library: Library, key: str) -> Page | None:
    found = next((c for c in library.collections if c.id == key), None)
    if found is None:
        return None
    listing = list_collection(library.bundle, library.texts, key)
    shelves = [
        {"title": shelf.title, "modules": tags(library, (e.id for e in shelf.entries))}
        for shelf in listing.shelves
    ]
    every = {id_ for heading in found.headings for id_ in heading.modules}
    return Page(
        template="collection.html",
        title=listing.title,
        summary=library.texts.of(found.language)(found.purpose),
        content={
            "shelves": shelves,
            "language": found.language,
            "modules": len(every),
            "proven": sum(tag.word is Word.PROVEN for tag in tags(library, every)),
        },
        data=listing,
    )


KIND = Kind(name="collection", prefix="collection/", keys=_keys, page=_page)

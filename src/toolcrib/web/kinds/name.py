"""The page of a name: what it is, and what is meant by it."""

from collections.abc import Iterator

from toolcrib.app.what import HEADLINES
from toolcrib.model.identity import Identity
from toolcrib.model.module import ModuleId, normalised
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page
from toolcrib.web.tags import tags


def _keys(library: Library) -> Iterator[str]:
    yield ""
    yield from library.stock.identities


def _page(library: Library, key: str) -> Page | None:
    texts = library.texts
    if not key:
        return Page(
            template="names.html",
            title=texts("What is this name?"),
            summary=texts("What a name is in the world of Python modules, and what is meant."),
            content={"traps": sorted(library.bundle.traps(), key=lambda t: t.name.lower())},
        )
    found = library.listed_identity(key) or library.identity(key)
    return Page(
        template="name.html",
        title=key,
        summary=found.note or texts(HEADLINES[found.state]),
        content={
            "identity": found,
            "headline": texts(HEADLINES[found.state]),
            "meant": tags(library, _modules(library, found)),
        },
        data=found,
        listed=False,
    )


def _modules(library: Library, identity: Identity) -> list[ModuleId]:
    """Return the modules of the catalog that a name is, or that are meant by it."""
    of_names = (ModuleId(f"pypi:{normalised(name)}") for name in identity.distributions)
    ids = dict.fromkeys((identity.id, *identity.candidates, *of_names))
    return [id_ for id_ in ids if id_ and library.stock.module(id_)]


KIND = Kind(name="name", prefix="name/", keys=_keys, page=_page)

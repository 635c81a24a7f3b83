"""The page of a name: what it is, and what is meant by it."""

from collections.abc import Iterator

from toolcrib.app.what import HEADLINES, what
from toolcrib.model.identity import Identity
from toolcrib.model.module import ModuleId, normalised
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page
from toolcrib.web.tags import tags


def _keys(library: Library) -> Iterator[str]:
    yield ""
    yield from sorted(_names(library))


def _names(library: Library) -> set[str]:
    """Return the names that people write: of imports, installs and projects, and confused ones."""
    names = {trap.name for trap in library.bundle.traps()}
    for module in library.modules.values():
        names |= {module.name, *module.import_names} - {""}
    return {name for name in names if name.isprintable() and "/" not in name}


def _page(library: Library, key: str) -> Page | None:
    texts = library.texts
    if not key:
        return Page(
            template="names.html",
            title=texts("What is this name?"),
            summary=texts("What a name is in the world of Python modules, and what is meant."),
            content={"traps": sorted(library.bundle.traps(), key=lambda t: t.name.lower())},
        )
    (found,) = what([key], texts=texts, bundle=library.bundle).identities
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
    return [id_ for id_ in ids if id_ in library.modules]


KIND = Kind(name="name", prefix="name/", keys=_keys, page=_page)

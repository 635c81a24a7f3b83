"""Browse modules, tasks and tools by shelf."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import UsageError
from toolcrib.model.module import Category, Collection, Module, ModuleId, normalised
from toolcrib.model.page import Entry, Listing, Presence, Shelf
from toolcrib.model.task import Task

if TYPE_CHECKING:
    from toolcrib.app.installed import Distribution

Kind = Literal["modules", "tasks", "tools"]


def browse(
    bundle: Bundle,
    texts: Texts,
    *,
    collection: str | None = None,
    category: str | None = None,
    kind: Kind = "modules",
) -> Listing:
    """Return modules, tasks or tools on their shelves: all, of a category, or of a collection.

    Raises:
        UsageError: There is no such category or collection, or a collection is asked for together
            with something else.
    """
    if collection and (category or kind != "modules"):
        hint = "leave out the category, the tasks and the tools"
        raise UsageError("a collection has shelves of its own", hint)
    if kind != "modules":
        return list_tasks(bundle, texts, category or None, only_tools=kind == "tools")
    if not collection:
        return list_modules(bundle, texts, category or None)
    return list_collection(bundle, texts, collection)


def list_modules(
    bundle: Bundle,
    texts: Texts,
    category: str | None = None,
    among: Iterable[Module] | None = None,
) -> Listing:
    """Return all modules under their categories, or those of one category.

    Args:
        bundle: Where to look.
        texts: The language of the answer.
        category: Key or title of the category; all where it is left out.
        among: The modules to look among, where it is known which ones can be listed.

    Raises:
        UsageError: There is no such category.
    """
    every = bundle.modules() if among is None else among
    modules = sorted(every, key=lambda module: module.name.lower())
    shelves = (
        Shelf(
            title=texts(shelf.title),
            entries=tuple(_entry(m, texts) for m in modules if shelf.key in m.categories),
        )
        for shelf in _categories(bundle, category)
    )
    return Listing(title=texts("Modules"), shelves=tuple(s for s in shelves if s.entries))


def list_tasks(
    bundle: Bundle, texts: Texts, category: str | None = None, *, only_tools: bool = False
) -> Listing:
    """Return all tasks under their categories, or those that can be run on one's own machine.

    Raises:
        UsageError: There is no such category.
    """
    tasks = [task for task in bundle.tasks() if task.is_tool or not only_tools]
    shelves = (
        Shelf(
            title=texts(shelf.title),
            entries=tuple(_task(bundle, t, texts) for t in tasks if t.category == shelf.key),
        )
        for shelf in _categories(bundle, category)
    )
    title = texts("Tools") if only_tools else texts("Tasks")
    return Listing(title=title, shelves=tuple(s for s in shelves if s.entries))


def _categories(bundle: Bundle, wanted: str | None) -> tuple[Category, ...]:
    shelves = bundle.categories()
    found = tuple(shelf for shelf in shelves if wanted in (None, shelf.key, shelf.title))
    if not found:
        keys = ", ".join(shelf.key for shelf in shelves)
        raise UsageError(f"there is no category {wanted!r}", f"the categories are: {keys}")
    return found


def list_collection(bundle: Bundle, texts: Texts, name: str) -> Listing:
    """Return a collection with its headings in order.

    Raises:
        UsageError: There is no such collection.
    """
    collections = bundle.collections()
    found = next((c for c in collections if name in (c.id, c.title)), None)
    if found is None:
        ids = ", ".join(c.id for c in collections) or "none"
        raise UsageError(f"there is no collection {name!r}", f"the collections are: {ids}")
    own = texts.of(found.language)
    return Listing(title=own(found.title), shelves=tuple(_shelves(bundle, found, texts)))


def _shelves(bundle: Bundle, collection: Collection, texts: Texts) -> Iterator[Shelf]:
    modules = {module.id: module for module in bundle.modules()}
    own = texts.of(collection.language)
    for heading in collection.headings:
        entries = [
            _entry(modules[id_], texts) if id_ in modules else _nameless(id_)
            for id_ in heading.modules
        ]
        yield Shelf(title=own(heading.title), entries=tuple(entries))


def _entry(module: Module, texts: Texts) -> Entry:
    return Entry(
        id=module.id,
        name=module.name,
        text=texts(module.purpose),
        install=module.install_name,
        needs=_lines(module.install_name),
    )


def _nameless(id_: ModuleId) -> Entry:
    origin, _, name = id_.partition(":")
    install = "" if origin == "std" else name
    return Entry(id=id_, name=name, text="", install=install, needs=_lines(install))


def _lines(install: str) -> tuple[str, ...]:
    return (install,) if install else ()


def _task(bundle: Bundle, task: Task, texts: Texts) -> Entry:
    first = bundle.solutions(task.id)[0]
    name, _ = bundle.entry(first.module) or (first.module.partition(":")[2], "")
    return Entry(
        id=first.module,
        name=name,
        text=texts(task.title),
        install=" ".join(first.dependencies),
        needs=first.dependencies,
        task=task.id,
    )


def with_presence(bundle: Bundle, listing: Listing, python: Path) -> Listing:
    """Return a listing that says of each module whether it is installed for a Python.

    Raises:
        UsageError: There is no environment at this place.
    """
    from toolcrib.app.installed import installed_in  # noqa: PLC0415 -- only when asked for

    installed = installed_in(python)
    imports = {module.id: frozenset(module.import_names) for module in bundle.modules()}

    def seen(entry: Entry) -> Entry:
        presence, found = _presence(entry, imports.get(entry.id, frozenset()), installed)
        return msgspec.structs.replace(entry, presence=presence, found=found)

    shelves = tuple(
        msgspec.structs.replace(shelf, entries=tuple(map(seen, shelf.entries)))
        for shelf in listing.shelves
    )
    return msgspec.structs.replace(listing, shelves=shelves)


def _presence(
    entry: Entry, imports: frozenset[str], installed: "Mapping[str, Distribution]"
) -> tuple[Presence, str]:
    if entry.id.startswith("std:"):
        return Presence.STANDARD, ""
    for name in (entry.id.partition(":")[2], normalised(entry.install.partition("[")[0])):
        if name in installed:
            return Presence.INSTALLED, installed[name].version
    others = [d.name for d in installed.values() if imports & d.imports]
    return (Presence.WRONG, ", ".join(others)) if others else (Presence.MISSING, "")

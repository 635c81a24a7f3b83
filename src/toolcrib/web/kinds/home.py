"""The first page: one search field, the shelves, the figures of the day."""

from collections import Counter

from toolcrib.model.proof import Word
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single

_LATEST = 6


def _page(library: Library) -> Page:
    texts = library.texts
    return Page(
        template="home.html",
        title=texts("Ask for a task, get a Python module that was proven to do it."),
        summary=texts("Python modules by task, each with programs that were really run."),
        content={
            "coverage": library.coverage,
            "proven": library.coverage.words.get(Word.PROVEN, 0),
            "pythons": [name for name in library.coverage.cells if name[0].isdigit()],
            "categories": _categories(library),
            "collections": _collections(library),
            "latest": _latest(library),
        },
        data={"coverage": library.coverage},
    )


def _categories(library: Library) -> list[dict[str, object]]:
    modules = Counter(key for m in library.modules.values() for key in m.categories)
    tasks = Counter(task.category for task in library.tasks.values())
    return [
        {
            "key": category.key,
            "title": library.texts(category.title),
            "modules": modules[category.key],
            "tasks": tasks[category.key],
        }
        for category in library.categories
        if modules[category.key]
    ]


def _collections(library: Library) -> list[dict[str, object]]:
    shown = []
    for collection in library.collections:
        ids = {id_ for heading in collection.headings for id_ in heading.modules}
        proven = [i for i in ids if i in library.proofs and library.proofs[i].word is Word.PROVEN]
        own = library.texts.of(collection.language)
        shown.append(
            {
                "id": collection.id,
                "language": collection.language,
                "title": own(collection.title),
                "purpose": own(collection.purpose),
                "modules": len(ids),
                "proven": len(proven),
            }
        )
    return shown


def _latest(library: Library) -> list[dict[str, str]]:
    """Return the tasks that ran last, each with the module that it takes first."""
    rows = sorted(
        library.bundle.solution_proofs(), key=lambda row: (row[2].when, row[0]), reverse=True
    )
    tasks = {task: proof for task, _, proof in rows if proof.word is Word.PROVEN}
    return [
        {
            "id": id_,
            "title": library.texts(library.tasks[id_].title),
            "phrase": library.texts.proof(proof.phrase),
            "when": proof.when,
        }
        for id_, proof in list(tasks.items())[:_LATEST]
    ]


KIND = single("home", "", _page)

"""The page of a module: what it is for, its tasks with code, the evidence, what else would do."""

from collections.abc import Iterator

from toolcrib.app.evidence import evidence, pictures
from toolcrib.app.show import module_page
from toolcrib.model.evidence import RunFact
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.page import ModulePage, Program
from toolcrib.model.value import Value
from toolcrib.web.library import Library
from toolcrib.web.matrix import matrix
from toolcrib.web.page import Kind, Page


def _keys(library: Library) -> Iterator[str]:
    return (id_.replace(":", "/", 1) for id_ in library.modules)


def _page(library: Library, key: str) -> Page | None:
    module = library.stock.module(key.replace("/", ":", 1))
    if module is None:
        return None
    shown = module_page(library.bundle, module, library.texts)
    tasks = _tasks(library, shown)
    return Page(
        template="module.html",
        title=shown.name,
        summary=shown.purpose,
        content={
            "page": shown,
            "categories": dict(zip(module.categories, shown.categories, strict=True)),
            "collections": _collections(library, module.id),
            "proof": library.stock.proof(module.id),
            "tasks": tasks,
            "runs_here": any(task.sheet for task in tasks),
            "matrix": matrix((task.title, task.runs) for task in tasks),
            "also": _also(library, module),
            "pairs": _comparable(library, shown),
        },
        data=shown,
    )


class Work(Value, frozen=True, kw_only=True):
    """A task with the program of this module that does it, its runs and its pictures.

    `sheet` is where the reader's browser finds what it takes to run it; empty where it cannot.
    """

    id: str
    title: str
    tool: bool
    program: Program
    runs: tuple[RunFact, ...]
    pictures: dict[str, str]
    sheet: str = ""


def _tasks(library: Library, shown: ModulePage) -> list[Work]:
    return [
        Work(
            id=task.id,
            title=task.title,
            tool=task.tool,
            program=task.program,
            runs=evidence(library.bundle, task.id, task.program),
            pictures=pictures(library.bundle, task.id, task.program),
            sheet=library.stock.sheet(task.id, task.program.solution.file),
        )
        for task in shown.tasks
    ]


def _collections(library: Library, id_: ModuleId) -> list[tuple[str, str]]:
    return [
        (collection, library.texts.of(language)(title))
        for collection, language, title in library.stock.collections_with(id_)
    ]


def _also(library: Library, module: Module) -> list[dict[str, str]]:
    """Return the names that people confuse with this module, and why."""
    return [
        {"name": trap.name, "why": library.texts(trap.why)}
        for trap in library.stock.traps(module.id)
    ]


def _comparable(library: Library, shown: ModulePage) -> list[str]:
    """Return the alternatives that share a task with this module."""
    mine = {task.id for task in shown.tasks}
    others = (other.id for other in shown.alternatives if other.purpose)
    return [id_ for id_ in others if mine & set(library.bundle.tasks_of(id_))]


KIND = Kind(name="module", prefix="module/", keys=_keys, page=_page)

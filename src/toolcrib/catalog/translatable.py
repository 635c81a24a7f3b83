"""Which texts of a catalog are shown to people, and so may be translated."""

from typing import TYPE_CHECKING

from toolcrib.catalog.places import module_place, task_place
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import Collection, Module
from toolcrib.model.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterable


def texts(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the texts to translate, by the file they stand in; each text once in a file.

    Code, output and what people type are never translated.
    """
    found: dict[str, Iterable[str]] = {
        "categories.toml": (category.title for category in catalog.categories),
        "traps.toml": (trap.why for trap in catalog.traps),
    }
    for id_, module in catalog.modules.items():
        found[module_place(id_)] = _of_module(module)
    for task in catalog.tasks.values():
        found[task_place(task.id)] = _of_task(task)
    for collection in catalog.collections:
        if collection.language == "en":
            found[f"collections/{collection.id}.toml"] = _of_collection(collection)
    return {file: tuple(dict.fromkeys(filter(None, of_file))) for file, of_file in found.items()}


def _of_module(module: Module) -> tuple[str, ...]:
    return module.purpose, *module.use_cases, module.not_for, module.pitfall


def _of_task(task: Task) -> tuple[str, ...]:
    return task.title, task.prefer.why if task.prefer else ""


def _of_collection(collection: Collection) -> tuple[str, ...]:
    return collection.title, collection.purpose, *(h.title for h in collection.headings)

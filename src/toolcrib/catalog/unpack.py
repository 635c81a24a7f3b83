"""A bundle back to the catalog and the receipts that it was made of."""

from typing import TYPE_CHECKING

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.receipts import Receipts
from toolcrib.model.catalog import Catalog, Vocabulary

if TYPE_CHECKING:
    from toolcrib.model.module import ModuleId
    from toolcrib.model.receipt import Receipt


def unpack(bundle: Bundle) -> tuple[Catalog, Receipts]:
    """Return all content of a bundle; of a task's solutions the preferred one comes first."""
    tasks = {bare.id: bundle.task(bare.id) or bare for bare in bundle.tasks()}
    receipts: dict[ModuleId, list[Receipt]] = {}
    for task in tasks.values():
        for solution in task.solutions:
            of_module = receipts.setdefault(solution.module, [])
            of_module += bundle.receipts(task.id, solution.file)
    catalog = Catalog(
        name=bundle.meta("name"),
        modules={module.id: module for module in bundle.modules()},
        tasks=tasks,
        files={task: bundle.files(task) for task in tasks},
        categories=bundle.categories(),
        collections=bundle.collections(),
        traps=bundle.traps(),
        translations={language: bundle.translations(language) for language in bundle.languages()},
        vocabulary=msgspec.json.decode(bundle.meta("vocabulary"), type=Vocabulary),
    )
    return catalog, {module: tuple(lines) for module, lines in receipts.items() if lines}

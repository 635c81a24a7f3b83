"""A bundle back to the catalog and all that it was made of."""

from typing import TYPE_CHECKING

import msgspec

from toolcrib.catalog.beside import Beside
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.catalog import Catalog, Vocabulary

if TYPE_CHECKING:
    from toolcrib.model.module import ModuleId
    from toolcrib.model.receipt import Receipt


def unpack(bundle: Bundle) -> tuple[Catalog, Beside]:
    """Return a bundle's catalog, and what lay beside it; of solutions the preferred comes first."""
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
    return catalog, Beside(
        receipts={module: tuple(lines) for module, lines in receipts.items() if lines},
        measurements=bundle.measurements(),
        versions=bundle.all_versions(),
        exported={each.module: each for each in bundle.exported()},
        told=tuple(facts.index for facts in bundle.all_facts() if facts.index),
        vectors=bundle.packed_vectors(),
    )

"""Content as rows of the bundle: what `Bundle` gives back."""

import zlib
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from toolcrib.catalog.kept import Kept, digest
from toolcrib.catalog.posting_rows import Row
from toolcrib.catalog.postings import names
from toolcrib.catalog.receipts import Receipts
from toolcrib.catalog.words import name_key
from toolcrib.model.catalog import Catalog
from toolcrib.model.measurement import Measurement
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.proof import Proof
from toolcrib.model.task import Solution, Task, source_digest

_TIGHTEST = 9
"""The level of `zlib` that takes the longest."""


def encode(value: object) -> bytes:
    """Return a value as JSON that is the same for equal values."""
    return msgspec.json.encode(value, order="deterministic")


def bare(task: Task) -> Task:
    """Return a task without its solutions, which have rows of their own."""
    return msgspec.structs.replace(task, solutions=())


def preferred_first(task: Task) -> tuple[Solution, ...]:
    """Return a task's solutions, the preferred one first, the others as they are."""
    first = task.solution()
    return tuple(sorted(task.solutions, key=lambda solution: solution is not first))


def solution_rows(
    catalog: Catalog, task: Task, proofs: dict[tuple[str, str], Proof]
) -> Iterator[Row]:
    """Yield the solutions of a task, the preferred one first."""
    for position, solution in enumerate(preferred_first(task)):
        proof = proofs[task.id, solution.file]
        yield (
            task.id,
            position,
            solution.file,
            solution.module,
            str(proof.word),
            proof.phrase,
            _why(task, solution),
            _use_case(task, catalog.modules.get(solution.module)),
            encode(solution),
            encode(proof),
        )


def _use_case(task: Task, module: Module | None) -> int:
    """Return which of a module's use cases a task does, so that its first one can come first."""
    uses = module.use_cases if module else ()
    covered = (n for n, use in enumerate(uses) if module and f"{module.id}: {use}" in task.covers)
    return min(covered, default=len(uses))


def _why(task: Task, solution: Solution) -> str:
    """Return why a solution is to be taken first, if it is."""
    return task.prefer.why if task.prefer and task.prefer.id == solution.module else ""


def file_rows(catalog: Catalog) -> Iterator[Row]:
    """Yield the files of all tasks."""
    for task, files in sorted(catalog.files.items()):
        yield task, "expected.txt", files.expected.encode()
        for path, content in sorted(files.inputs.items()):
            yield task, f"input/{path}", content
        if files.driver:
            yield task, "driver", files.driver.encode()


def receipt_rows(catalog: Catalog, receipts: Receipts, kept: Kept) -> Iterator[Row]:
    """Yield the receipts of each solution as one: they say nearly the same, so they pack well."""
    section = kept.section("receipts packed", bytes)
    known = {(t.id, s.file) for t in catalog.tasks.values() for s in t.solutions}
    lines: dict[tuple[str, str], list[bytes]] = {}
    for of_module in receipts.values():
        for receipt in of_module:
            if (key := (receipt.task, receipt.solution)) in known:
                lines.setdefault(key, []).append(encode(receipt))
    for (task, solution), of_solution in sorted(lines.items()):
        cards = b"[%s]" % b",".join(sorted(of_solution))
        packed = partial(zlib.compress, cards, _TIGHTEST)
        yield task, solution, section.get(f"{task}/{solution}", digest(cards), packed)


def measured_now(catalog: Catalog, measurements: Iterable[Measurement]) -> Iterator[Measurement]:
    """Yield the newest measurement of each solution as it is now."""
    newest = {(m.task, m.solution): m for m in sorted(measurements, key=lambda m: m.when)}
    for (name, file), measurement in sorted(newest.items()):
        task = catalog.tasks.get(name)
        solution = next((s for s in task.solutions if s.file == file), None) if task else None
        if task and solution:
            source = source_digest(task, solution, catalog.files[name])
            if source == measurement.source:
                yield measurement


def translation_rows(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Yield all texts of other languages with their English."""
    for language, texts in catalog.translations.items():
        for english, text in texts.items():
            yield language, english, text


def name_rows(catalog: Catalog) -> Iterator[Row]:
    """Yield who goes by which name: std first, then distributions, then what people take for it."""
    found: dict[str, dict[ModuleId, tuple[str, str]]] = {}
    for module in sorted(catalog.modules.values(), key=lambda m: (not m.is_std, m.id)):
        for name in sorted(names(module)):
            imported = name in module.import_names and not module.is_std
            shown = f"import {name}" if imported else name
            found.setdefault(name_key(name), {}).setdefault(module.id, (shown, ""))
    for trap in sorted(catalog.traps, key=lambda trap: trap.name):
        for id_ in trap.means:
            found.setdefault(name_key(trap.name), {}).setdefault(id_, (trap.name, trap.why))
    for key, modules in sorted(found.items()):
        for place, (id_, (name, why)) in enumerate(modules.items()):
            yield key, place, id_, name, why

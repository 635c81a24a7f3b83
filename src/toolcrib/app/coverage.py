"""Count what the catalog holds, and how much of it is proven."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolcrib.catalog.bundle import Bundle
from toolcrib.model.coverage import Coverage
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof, Word

if TYPE_CHECKING:
    from toolcrib.model.receipt import Cell

_BEST_FIRST = (Word.PROVEN, Word.RAN, Word.FAILS, Word.CANNOT_INSTALL, Word.STALE, Word.NOT_YET)


def coverage(bundle: Bundle) -> Coverage:
    """Count modules, tasks and solutions, and what their receipts say."""
    listed = [id_ for id_, _, _ in bundle.solution_proofs()]
    proofs = [proof for _, _, proof in bundle.solution_proofs()]
    best = best_proofs(bundle)
    tasks = bundle.tasks()
    places: defaultdict[Cell, Counter[Word]] = defaultdict(Counter)
    for proof in proofs:
        for cell in proof.cells:
            places[cell.cell][cell.word] += 1
    modules = bundle.modules()
    proven = [m for m in modules if m.id in best and best[m.id].word is Word.PROVEN]
    return Coverage(
        modules=_by_origin(m.id for m in modules),
        proven_modules=_by_origin(m.id for m in proven),
        tasks=len(tasks),
        tools=sum(task.is_tool for task in tasks),
        comparable=sum(count > 1 for count in Counter(listed).values()),
        solutions=len(proofs),
        words=dict(Counter(proof.word for proof in proofs)),
        cells={cell.name: dict(places[cell]) for cell in sorted(places, key=lambda c: c.order)},
        grades=dict(sorted(Counter(proof.grade for proof in proofs if proof.grade).items())),
        emulated=sum(bool(proof.emulators) for proof in proofs),
        newest=max((proof.when for proof in proofs), default=""),
    )


def best_proofs(bundle: Bundle) -> dict[ModuleId, Proof]:
    """Return for each module that has a solution the best that is known of one."""
    best: dict[ModuleId, Proof] = {}
    for _, module, proof in bundle.solution_proofs():
        known = best.get(module)
        if known is None or _order(proof) < _order(known):
            best[module] = proof
    return best


def _order(proof: Proof) -> tuple[int, int, int]:
    return _BEST_FIRST.index(proof.word), -len(proof.on), len(proof.emulators)


def _by_origin(ids: Iterable[str]) -> dict[str, int]:
    counted = Counter(id_.partition(":")[0] for id_ in ids)
    return {origin: counted[origin] for origin in ("std", "pypi")}

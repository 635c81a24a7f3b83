"""What all receipts of a catalog say of its solutions."""

from collections.abc import Iterable

from toolcrib.catalog.receipts import Receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.proof import Proof, prove
from toolcrib.model.receipt import PROVING, Receipt
from toolcrib.model.task import source_digest


def prove_all(catalog: Catalog, receipts: Receipts) -> dict[tuple[str, str], Proof]:
    """Judge all solutions by their receipts; the key is task and file."""
    found: dict[tuple[str, str], list[Receipt]] = {}
    for of_module in receipts.values():
        for receipt in of_module:
            found.setdefault((receipt.task, receipt.solution), []).append(receipt)
    proofs = {}
    for task in catalog.tasks.values():
        files = catalog.files[task.id]
        digests = {s.file: source_digest(task, s, files) for s in task.solutions}
        passing = {
            solution.module
            for solution in task.solutions
            if _speaks(found.get((task.id, solution.file), ()), digests[solution.file])
        }
        for solution in task.solutions:
            key = (task.id, solution.file)
            confirmed = bool(passing - {solution.module})
            mine = found.get(key, ())
            proofs[key] = prove(task, solution, digests[solution.file], mine, confirmed=confirmed)
    return proofs


def _speaks(receipts: Iterable[Receipt], digest: str) -> bool:
    """Tell whether a solution passes, and not without its module: then it can confirm another."""
    good = [r for r in receipts if r.source == digest and r.grade in PROVING and r.is_good]
    good = [r for r in good if not r.cell.in_browser]
    return {receipt.blocked for receipt in good} == {False, True}

"""What the index said of distributions, as it is kept; and the facts of all modules made of it.

`facts/index.jsonl` lies beside the catalog, a line a distribution, written by `crib refresh facts`
alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from toolcrib.catalog.receipts import Receipts
from toolcrib.errors import ContentError
from toolcrib.model.catalog import Catalog
from toolcrib.model.fact import Facts, IndexFact, Unfinished, why_unfinished
from toolcrib.model.measurement import Figure, Measurement, figure
from toolcrib.model.module import Module
from toolcrib.model.proof import Proof, Word
from toolcrib.model.receipt import Receipt
from toolcrib.model.task import Solution
from toolcrib.model.version import version_number

FOLDER, INDEX_FILE = "facts", "index.jsonl"
"""The folder beside a catalog's own, and the file in it."""

Programs = list[tuple[str, Solution, Proof]]


def read_index_facts(folder: Path) -> tuple[IndexFact, ...]:
    """Read what the index said; a folder that is not there holds nothing.

    Raises:
        ContentError: A line is no such fact; the message holds file and line.
    """
    path = folder / INDEX_FILE
    decoder = msgspec.json.Decoder(IndexFact)
    facts = []
    try:
        lines = path.read_bytes().splitlines() if path.is_file() else []
    except OSError as fault:
        raise ContentError(f"cannot read {path}: {fault.strerror}") from fault
    for number, line in enumerate(lines, 1):
        try:
            facts.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            hint = "it is written by `crib refresh facts` alone; delete the line and run that"
            raise ContentError(f"{path}:{number}: {fault}", hint) from fault
    return tuple(facts)


def index_text(facts: Iterable[IndexFact]) -> bytes:
    """Return the file that holds facts, in the order of their modules."""
    ordered = sorted(facts, key=lambda fact: fact.module)
    return b"".join(msgspec.json.encode(fact) + b"\n" for fact in ordered)


def facts_of_all(
    catalog: Catalog,
    receipts: Receipts,
    proofs: Mapping[tuple[str, str], Proof],
    measurements: Iterable[Measurement],
    index: Iterable[IndexFact],
) -> Iterator[Facts]:
    """Yield the facts of all modules of a catalog, by id."""
    programs: dict[str, Programs] = {}
    for task in catalog.tasks.values():
        for solution in task.solutions:
            proof = proofs[task.id, solution.file]
            programs.setdefault(solution.module, []).append((task.id, solution, proof))
    told = {fact.module: fact for fact in index}
    measured = {m.module: m for m in sorted(measurements, key=lambda m: m.when)}
    newest = _newest_python(receipts)
    for id_ in sorted(catalog.modules):
        own = programs.get(id_, [])
        facts = _facts(catalog.modules[id_], own, receipts.get(id_, ()), measured.get(id_))
        fact = told.get(id_)
        if fact and not catalog.modules[id_].is_std:
            why = why_unfinished(fact, ((s, proof) for _, s, proof in own), newest)
            finished = None if why is Unfinished.UNTOLD else why is None
            facts = msgspec.structs.replace(facts, index=fact, finished=finished, unfinished=why)
        yield facts


def _newest_python(receipts: Receipts) -> str:
    """Return the newest Python that any run of the catalog took place on."""
    pythons = {r.cell.python for of in receipts.values() for r in of if not r.cell.in_browser}
    return max(pythons, key=version_number, default="")


def _facts(
    module: Module, programs: Programs, receipts: Iterable[Receipt], measured: Measurement | None
) -> Facts:
    known = {(task, solution.file) for task, solution, _ in programs}
    runs = [
        r
        for r in receipts
        if r.is_good and not r.blocked and not r.cell.in_browser and (r.task, r.solution) in known
    ]
    lean = _leanest(runs)
    memory = sorted(run.peak_memory for run in runs if run.peak_memory)
    on = {python for *_, proof in programs if proof.word is Word.PROVEN for python in proof.on}
    return Facts(
        module=module.id,
        pythons=tuple(sorted(on, key=version_number)),
        distributions=_whole_range(0 if module.is_std else r.distributions for r in lean),
        installed_size=_whole_range(0 if module.is_std else r.installed_size for r in lean),
        peak_memory=_whole_range(memory),
        import_time=measured.figures.import_time if measured else None,
    )


def _leanest(runs: Iterable[Receipt]) -> list[Receipt]:
    """Return of each Python the run with the least around the module: it alone, if there is one."""
    best: dict[str, Receipt] = {}
    for run in runs:
        other = best.setdefault(run.cell.python, run)
        if (run.distributions, run.installed_size) < (other.distributions, other.installed_size):
            best[run.cell.python] = run
    return list(best.values())


def _whole_range(values: Iterable[int]) -> Figure | None:
    """Return the figure of values that are all there are: its interval is their whole range."""
    known = list(values)
    if not known:
        return None
    return msgspec.structs.replace(figure(known), low=min(known), high=max(known))

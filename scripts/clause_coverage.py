"""Write how much of five lists of modules the catalog does, and how that is known.

    python scripts/clause_coverage.py

The lists say what modules are for, clause by clause; `docs/clauses.csv` says, by hand, what answers
each clause: a task and a module, `collection:ID#N` (a heading of a collection), `example:ID` (a
program of a list, to be run as it stands there; `docs/examples.toml` has what it must print), or
`name:NAME` (a name that is no module, with what is meant by it). The receipts say the rest:
`docs/coverage.csv` gets the state of every clause, `docs/coverage.md` the sums.
"""

import csv
import io
import re
import tomllib
from collections import Counter
from pathlib import Path

import msgspec

from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.proving import prove_all
from toolcrib.catalog.receipts import read_receipts
from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Word
from toolcrib.model.receipt import Nature
from toolcrib.model.value import Value

ROOT = Path(__file__).resolve().parents[1]
CLAUSES = ROOT / "docs" / "clauses.csv"
TABLE = ROOT / "docs" / "coverage.csv"
PAGE = ROOT / "docs" / "coverage.md"
EXAMPLES = ROOT / "docs" / "examples.toml"
RUNS = ROOT / "receipts" / "examples.jsonl"

STATES = {
    "proven": "done by the module with a real counterpart, the output written by hand or confirmed",
    "emulator": "the same, beside somebody else's stand-in for a cloud",
    "simulated": "done beside a stand-in of our own",
    "ran": "done, the output copied from a run",
    "answered": "no program is asked for: a heading of a collection, or a name that is no module",
    "not yet": "nothing does it",
}

HEAD = """\
# Coverage

The catalog began with five lists of Python modules, as people write them. Each statement of theirs
on what a module is for is a clause, numbered by list and line; what does it stands in
[coverage.csv](coverage.csv). `python scripts/clause_coverage.py` writes this page and that table; a
test holds them to the receipts.

| state | clauses | what it means |
|---|---|---|
"""


class Expected(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a program of a list must print; `output` and `errors` are regular expressions."""

    source: str
    output: str = ""
    errors: str = ""
    status: int = 0

    def fits(self, run: ExampleRun) -> bool:
        """Tell whether a run printed that, and ended so."""
        return (
            run.outcome is ExampleOutcome.PASSED
            and run.status == self.status
            and re.fullmatch(self.output, run.output, re.DOTALL) is not None
            and re.fullmatch(self.errors, run.errors, re.DOTALL) is not None
        )


def state_of_example(expected: Expected | None, run: ExampleRun | None) -> str:
    """Return the state of a clause that asks for a program to run as it is written."""
    if expected is None or run is None or not expected.fits(run):
        return "not yet"
    natures = {service.nature for service in run.services}
    if Nature.SIMULATED in natures:
        return "simulated"
    return "emulator" if Nature.EMULATOR in natures else "proven"


class Answers:
    """What the catalog and its receipts say of a task and a module, a collection, a name."""

    def __init__(self) -> None:
        """Read them."""
        self.catalog = read_catalog(ROOT / "catalog")
        self.receipts = read_receipts(ROOT / "receipts")
        self.proofs = prove_all(self.catalog, self.receipts)
        self.expected = msgspec.convert(tomllib.loads(EXAMPLES.read_text()), dict[str, Expected])
        self.runs = {run.source: run for run in read_examples()}

    def state(self, task: str, module: str) -> str:
        """Return the state of a clause that is said to be answered so."""
        kind, colon, rest = task.partition(":")
        if kind == "example":
            expected = self.expected.get(rest)
            return state_of_example(expected, self.runs.get(expected.source) if expected else None)
        if colon:
            found = self._heading(rest) if kind == "collection" else self._name(rest)
            return "answered" if found else "not yet"
        if task not in self.catalog.tasks:
            return "not yet"
        solution = self.catalog.tasks[task].solution(module)
        return self._of_proof(task, solution.file, module) if solution else "not yet"

    def _heading(self, place: str) -> bool:
        wanted, _, number = place.partition("#")
        headings = [c.headings for c in self.catalog.collections if c.id == wanted]
        return bool(headings) and int(number) <= len(headings[0])

    def _name(self, name: str) -> bool:
        return any(trap.name == name for trap in self.catalog.traps)

    def _of_proof(self, task: str, file: str, module: str) -> str:
        proof = self.proofs[task, file]
        if proof.word is Word.PROVEN:
            return "emulator" if proof.emulators else "proven"
        if proof.word is not Word.RAN:
            return "not yet"
        mine = [
            r
            for r in self.receipts.get(ModuleId(module), ())
            if (r.task, r.solution) == (task, file)
        ]
        played = any(s.nature is Nature.SIMULATED for r in mine for s in r.services)
        return "simulated" if played else "ran"


def read_examples() -> list[ExampleRun]:
    """Return the runs of the lists' examples, as `crib check --run --record` wrote them."""
    return msgspec.json.Decoder(ExampleRun).decode_lines(RUNS.read_bytes())


def rows() -> list[tuple[str, str, str, str]]:
    """Return id, task, module and state of each clause."""
    answers = Answers()
    with CLAUSES.open(encoding="utf-8", newline="") as file:
        return [
            (line["id"], line["task"], line["module"], answers.state(line["task"], line["module"]))
            for line in csv.DictReader(file)
        ]


def table(found: list[tuple[str, str, str, str]]) -> str:
    """Return the rows as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("id", "task", "module", "state"))
    writer.writerows(found)
    return text.getvalue()


def page(found: list[tuple[str, str, str, str]]) -> str:
    """Return the sums, and what is not done yet, as Markdown."""
    counts = Counter(state for *_, state in found)
    lines = [f"| {state} | {counts[state]} | {means} |" for state, means in STATES.items()]
    lines += [f"| in all | {len(found)} | |"]
    missing = [f"- {id_}: {task}, {module}" for id_, task, module, s in found if s == "not yet"]
    if missing:
        lines += ["", "## Not yet", "", *missing]
    return HEAD + "\n".join(lines) + "\n"


def main() -> None:
    """Write both."""
    found = rows()
    TABLE.write_text(table(found), encoding="utf-8")
    PAGE.write_text(page(found), encoding="utf-8")
    print(Counter(state for *_, state in found))


if __name__ == "__main__":
    main()

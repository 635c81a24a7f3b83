"""From receipts to the words that people read: proven, ran, fails, stale, not yet proven."""

from collections.abc import Iterable
from enum import StrEnum

from toolcrib.model.receipt import CLOSED, Grade, Nature, Outcome, Receipt
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value


class Word(StrEnum):
    """What may be said of a solution on a set of Pythons."""

    PROVEN = "proven"
    RAN = "ran"
    FAILS = "fails"
    CANNOT_INSTALL = "cannot install"
    STALE = "stale"
    NOT_YET = "not yet proven"


class Evidence(Value, frozen=True, kw_only=True):
    """One cell of the evidence: a Python, the word for it, and where it comes from."""

    python: str
    word: Word
    outcome: str
    grade: str
    when: str


class Proof(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of a solution by execution; `on` are the Pythons that the word holds for.

    `emulators` names the stand-ins that the counterpart consisted of, where it was no real one.
    """

    word: Word
    on: tuple[str, ...] = ()
    fails_on: tuple[str, ...] = ()
    emulators: tuple[str, ...] = ()
    grade: str = ""
    when: str = ""
    cells: tuple[Evidence, ...] = ()

    @property
    def phrase(self) -> str:
        """It as a phrase: `proven on 3.11-3.13 (grade host, 2026-11-20)`."""
        if not self.on:
            return str(self.word)
        phrase = f"{self.word} on {python_range(self.on)}"
        if self.emulators:
            phrase = phrase.replace(" on ", f" with an emulator ({', '.join(self.emulators)}) on ")
        if self.fails_on and self.word not in (Word.FAILS, Word.CANNOT_INSTALL):
            phrase += f", fails on {python_range(self.fails_on)}"
        return phrase


def prove(
    task: Task,
    solution: Solution,
    digest: str,
    receipts: Iterable[Receipt],
    *,
    confirmed: bool,
) -> Proof:
    """Judge a solution by its receipts.

    Args:
        task: The task.
        solution: The solution of it that is judged.
        digest: The digest of its source as it is now; receipts of another source are stale.
        receipts: All receipts of this solution, blocked runs among them.
        confirmed: Whether a solution with another module gives the same output.
    """
    mine = [r for r in receipts if r.task == task.id and r.solution == solution.file]
    valid = [r for r in mine if r.source == digest and r.grade in CLOSED]
    if not valid:
        return Proof(word=Word.STALE if mine else Word.NOT_YET)
    needs_module = any(r.blocked and r.is_good for r in valid)
    runs = sorted((r for r in valid if not r.blocked), key=lambda r: version_key(r.cell.python))
    by_hand = task.output.expected_from == "hand" or confirmed
    simulated = any(s.nature is Nature.SIMULATED for r in runs for s in r.services)
    good = Word.PROVEN if needs_module and by_hand and not simulated else Word.RAN
    cells = tuple(_cell(receipt, good) for receipt in runs)
    return _summary(cells, runs, good)


def _cell(receipt: Receipt, good: Word) -> Evidence:
    words = {Outcome.PASSED: good, Outcome.CANNOT_INSTALL: Word.CANNOT_INSTALL}
    return Evidence(
        python=receipt.cell.python,
        word=words.get(receipt.outcome, Word.FAILS),
        outcome=str(receipt.outcome),
        grade=str(receipt.grade),
        when=receipt.when.date().isoformat(),
    )


def _summary(cells: tuple[Evidence, ...], runs: list[Receipt], good: Word) -> Proof:
    passed = tuple(cell.python for cell in cells if cell.word is good)
    failed = tuple(cell.python for cell in cells if cell.word is not good)
    if not cells:
        return Proof(word=Word.NOT_YET)
    emulators = {s.name for r in runs for s in r.services if s.nature is Nature.EMULATOR}
    return Proof(
        word=good if passed else cells[-1].word,
        on=passed or failed,
        fails_on=failed,
        emulators=tuple(sorted(emulators)),
        grade=max((Grade(cell.grade) for cell in cells), key=tuple(Grade).index),
        when=max(cell.when for cell in cells),
        cells=cells,
    )


def version_key(version: str) -> tuple[int, ...]:
    """Return a key that sorts `3.9` before `3.11`."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def python_range(versions: Iterable[str]) -> str:
    """Return Python versions in the shortest form: `3.11-3.13, 3.15`."""
    spans: list[list[str]] = []
    for version in sorted(versions, key=version_key):
        if spans and version_key(version)[1] == version_key(spans[-1][-1])[1] + 1:
            spans[-1].append(version)
        else:
            spans.append([version])
    return ", ".join(s[0] if len(s) == 1 else f"{s[0]}-{s[-1]}" for s in spans)

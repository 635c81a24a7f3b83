"""From receipts to the words that people read: proven, ran, fails, stale, not yet proven."""

from collections.abc import Iterable
from enum import StrEnum

from toolcrib.model.receipt import (
    NATIVE,
    PROVING,
    SAYS_NOTHING,
    Cell,
    Grade,
    Nature,
    Outcome,
    Receipt,
)
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value
from toolcrib.model.version import version_number


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
    platform: str = NATIVE

    @property
    def cell(self) -> Cell:
        """Where the run took place."""
        return Cell(python=self.python, platform=self.platform)


class Proof(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of a solution by execution; `on` are the Pythons that the word holds for.

    `emulators` names the stand-ins that the counterpart consisted of, where it was no real one.
    `browser` says that it passed on Pyodide as well, which counts for no version of Python.
    """

    word: Word
    on: tuple[str, ...] = ()
    fails_on: tuple[str, ...] = ()
    cannot_install_on: tuple[str, ...] = ()
    emulators: tuple[str, ...] = ()
    browser: bool = False
    grade: str = ""
    when: str = ""
    cells: tuple[Evidence, ...] = ()

    @property
    def phrase(self) -> str:
        """What is said of it in a line: `proven on 3.11-3.13, fails on 3.14`."""
        return self._on_pythons + (", runs in the browser" if self.browser else "")

    @property
    def _on_pythons(self) -> str:
        if not self.on:
            return str(self.word)
        emulated = f" with an emulator ({', '.join(self.emulators)})" if self.emulators else ""
        privileged = " (privileged)" if self.grade == Grade.PRIVILEGED else ""
        phrase = f"{self.word}{emulated}{privileged} on {python_range(self.on)}"
        if self.fails_on:
            phrase += f", fails on {python_range(self.fails_on)}"
        if self.cannot_install_on:
            phrase += f", cannot install on {python_range(self.cannot_install_on)}"
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
    valid = [r for r in mine if r.source == digest and r.grade in PROVING]
    if not valid:
        return Proof(word=Word.STALE if mine else Word.NOT_YET)
    runs = sorted(
        (r for r in valid if not r.blocked and r.outcome not in SAYS_NOTHING),
        key=lambda r: r.cell.order,
    )
    passed = {r.cell for r in runs if r.is_good}
    needs_module = any(r.blocked and r.is_good and r.cell in passed for r in valid)
    by_hand = task.output.expected_from == "hand" or confirmed
    simulated = any(s.nature is Nature.SIMULATED for r in runs for s in r.services)
    good = Word.PROVEN if needs_module and by_hand and not simulated else Word.RAN
    return _summary(tuple(_cell(receipt, good) for receipt in runs), runs, good)


def _cell(receipt: Receipt, good: Word) -> Evidence:
    words = {Outcome.PASSED: good, Outcome.CANNOT_INSTALL: Word.CANNOT_INSTALL}
    return Evidence(
        python=receipt.cell.python,
        word=words.get(receipt.outcome, Word.FAILS),
        outcome=str(receipt.outcome),
        grade=str(receipt.grade),
        when=receipt.when.date().isoformat(),
        platform=receipt.cell.platform,
    )


def _summary(cells: tuple[Evidence, ...], runs: list[Receipt], good: Word) -> Proof:
    if not cells:
        return Proof(word=Word.NOT_YET)
    native = tuple(c for c in cells if not c.cell.in_browser)
    browser = any(c.word is good for c in cells if c.cell.in_browser)
    on = {word: tuple(c.python for c in native if c.word is word) for word in Word}
    # The best that can be said comes first; the rest is said after it.
    said = (w for w in (good, Word.FAILS, Word.CANNOT_INSTALL) if on[w])
    word = next(said, Word.NOT_YET)
    counted = native or cells
    emulators = {s.name for r in runs for s in r.services if s.nature is Nature.EMULATOR}
    return Proof(
        word=word,
        on=on[word],
        fails_on=() if word is Word.FAILS else on[Word.FAILS],
        cannot_install_on=() if word is Word.CANNOT_INSTALL else on[Word.CANNOT_INSTALL],
        emulators=tuple(sorted(emulators)),
        browser=browser,
        grade=str(max((Grade(cell.grade) for cell in counted), key=tuple(Grade).index)),
        when=max(cell.when for cell in counted),
        cells=cells,
    )


def python_range(versions: Iterable[str]) -> str:
    """Return Python versions in the shortest form: `3.11-3.13, 3.15`."""
    spans: list[list[str]] = []
    for version in sorted(versions, key=version_number):
        if spans and version_number(version)[1] == version_number(spans[-1][-1])[1] + 1:
            spans[-1].append(version)
        else:
            spans.append([version])
    return ", ".join(s[0] if len(s) == 1 else f"{s[0]}-{s[-1]}" for s in spans)

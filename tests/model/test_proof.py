"""The words for what is known of a solution."""

from datetime import UTC, datetime

import pytest

from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof, Word, prove, python_range
from toolcrib.model.receipt import (
    BARRED,
    EMSCRIPTEN,
    NOT_BARRED,
    Cell,
    Grade,
    Nature,
    Outcome,
    Receipt,
    ServiceFact,
)
from toolcrib.model.task import Output, Solution, Task

SOLUTION = Solution(module=ModuleId("std:json"), file="with_json.py", code="")
TASK = Task(id="t", title="T", category="x", solutions=(SOLUTION,))


def receipt(python: str = "3.11", **fields: object) -> Receipt:
    """Return a receipt of a run that passed, but for some fields."""
    data = {
        "cell": Cell(python=python),
        "outcome": Outcome.PASSED,
        "grade": Grade.HOST,
        "source": "now",
        **fields,
    }
    return Receipt(
        task="t",
        solution="with_json.py",
        module=SOLUTION.module,
        full_python=f"{python}.1",
        when=datetime(2026, 11, 20, tzinfo=UTC),
        toolcrib="0",
        **data,
    )


WITHOUT = receipt(blocked=True, outcome=Outcome.FAILED, reason=BARRED)


def proof(*receipts: Receipt, task: Task = TASK, confirmed: bool = False) -> Proof:
    """Judge the solution by receipts."""
    return prove(task, SOLUTION, "now", receipts, confirmed=confirmed)


def test_fault_of_ours_says_nothing_of_the_browser() -> None:
    """Only a run that took place shows that a solution needs more than a browser."""
    browser = Cell(python="3.14", platform=EMSCRIPTEN)
    assert receipt(cell=browser, outcome=Outcome.FAILED).is_beyond_browser
    assert not receipt(cell=browser, outcome=Outcome.OUR_FAULT).is_beyond_browser
    assert not receipt(cell=browser).is_beyond_browser
    assert not receipt(outcome=Outcome.FAILED).is_beyond_browser


def test_proven() -> None:
    """Passed where it was run, and failed without its module."""
    assert proof(receipt("3.11"), receipt("3.13"), WITHOUT).phrase == "proven on 3.11, 3.13"


@pytest.mark.parametrize(
    "without",
    [
        (),
        (receipt(blocked=True),),
        (receipt(blocked=True, outcome=Outcome.FAILED, reason=NOT_BARRED),),
        (receipt("3.12", blocked=True, outcome=Outcome.FAILED, reason=BARRED),),
    ],
)
def test_ran(without: tuple[Receipt, ...]) -> None:
    """What passes, but has not shown on the same Python that it needs its module, only ran."""
    assert proof(receipt(), *without).phrase == "ran on 3.11"


def test_captured_output() -> None:
    """An output copied from a run proves nothing until a second module gives it too."""
    captured = Task(id="t", title="T", category="x", output=Output(expected_from="captured"))
    assert proof(receipt(), WITHOUT, task=captured).word is Word.RAN
    assert proof(receipt(), WITHOUT, task=captured, confirmed=True).word is Word.PROVEN


def test_words_side_by_side() -> None:
    """Each Python gets its own word, the best first."""
    receipts = (
        receipt("3.11"),
        receipt("3.12", outcome=Outcome.WRONG_OUTPUT),
        receipt("3.13", outcome=Outcome.CANNOT_INSTALL),
        WITHOUT,
    )
    assert proof(*receipts).phrase == "proven on 3.11, fails on 3.12, cannot install on 3.13"
    assert proof(*receipts[1:3]).phrase == "fails on 3.12, cannot install on 3.13"


@pytest.mark.parametrize(
    "outcome", [Outcome.OUR_FAULT, Outcome.SERVICE_FAILED, Outcome.SKIPPED, Outcome.REFUSED]
)
def test_faults_of_ours_are_not_counted(outcome: Outcome) -> None:
    """What went wrong with the machine says nothing of the solution."""
    assert proof(receipt("3.11"), receipt("3.12", outcome=outcome), WITHOUT).phrase == (
        "proven on 3.11"
    )
    assert proof(receipt("3.12", outcome=outcome)).phrase == "not yet proven"


def test_stale_and_open_runs() -> None:
    """Receipts of another source are stale; runs in no closed room count for nothing."""
    assert proof().phrase == "not yet proven"
    assert proof(receipt(source="before")).phrase == "stale"
    assert proof(receipt(grade=Grade.PLAIN)).phrase == "stale"


def test_stand_ins() -> None:
    """An emulator is named with the word; what was simulated is never proven."""
    emulator = ServiceFact(name="moto", nature=Nature.EMULATOR, version="5")
    phrase = proof(receipt(services=(emulator,)), WITHOUT).phrase
    assert phrase == "proven with an emulator (moto) on 3.11"
    simulated = ServiceFact(name="ours", nature=Nature.SIMULATED, version="1")
    assert proof(receipt(services=(simulated,)), WITHOUT).word is Word.RAN


def test_privileged_proof_says_so() -> None:
    """A proof that rests on one run in a privileged room is never told without it."""
    privileged = receipt("3.12", grade=Grade.PRIVILEGED)
    assert proof(privileged, receipt(), WITHOUT).phrase == "proven (privileged) on 3.11-3.12"


def in_browser(**fields: object) -> Receipt:
    """Return the receipt of a run on Pyodide."""
    return receipt(cell=Cell(python="3.14", platform=EMSCRIPTEN), **fields)


def test_browser_is_said_apart() -> None:
    """A pass on Pyodide is no pass on that Python, and is said after what holds on Pythons."""
    found = proof(receipt("3.11"), in_browser(), WITHOUT)
    assert found.phrase == "proven on 3.11, runs in the browser"
    assert [cell.platform for cell in found.cells] == ["linux-x86_64", EMSCRIPTEN]
    failed = receipt("3.11", outcome=Outcome.FAILED)
    assert proof(failed, in_browser()).phrase == "fails on 3.11, runs in the browser"
    assert proof(in_browser()).phrase == "not yet proven, runs in the browser"


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.CANNOT_INSTALL, Outcome.OUR_FAULT])
def test_browser_is_no_failure_of_a_python(outcome: Outcome) -> None:
    """What does not run on Pyodide fails on no Python."""
    failed = in_browser(outcome=outcome)
    assert proof(receipt("3.11"), failed, WITHOUT).phrase == "proven on 3.11"
    assert proof(failed).phrase == "not yet proven"


def test_browser_proves_nothing_by_itself() -> None:
    """A stale run in a browser is not told, and a run without the module must fit a native one."""
    assert not proof(receipt("3.11"), in_browser(source="before"), WITHOUT).browser
    assert proof(receipt("3.12"), in_browser(), WITHOUT).word is Word.RAN


@pytest.mark.parametrize(
    ("versions", "text"),
    [
        ((), ""),
        (("3.9", "3.10", "3.11"), "3.9-3.11"),
        (("3.13", "3.11"), "3.11, 3.13"),
        (("3.11", "3.12", "3.14", "3.15"), "3.11-3.12, 3.14-3.15"),
    ],
)
def test_ranges(versions: tuple[str, ...], text: str) -> None:
    """Pythons in a row are given as a range."""
    assert python_range(versions) == text

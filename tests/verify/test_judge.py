"""Outcomes: what a run's end means."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.model.receipt import Outcome
from toolcrib.model.task import Output, Run, Task, TaskFiles
from toolcrib.verify.judge import judge, same_output
from toolcrib.verify.room import Ending

FILES = TaskFiles(expected="3 rows\n")
PNG = b"\x89PNG\r\n\x1a\n..."


def task(**fields: object) -> Task:
    """Return a task that differs from the plainest in some fields."""
    return Task(**{"id": "t", "title": "T", "category": "files", **fields})


@pytest.mark.parametrize(
    ("ending", "outcome"),
    [
        (Ending(stdout=b"3 rows\n"), Outcome.PASSED),
        (Ending(stdout=b"3 rows"), Outcome.PASSED),
        (Ending(stdout=b"3 rows\r\n"), Outcome.PASSED),
        (Ending(stdout=b"4 rows\n"), Outcome.WRONG_OUTPUT),
        (Ending(stdout=b"3 rows\n\xff"), Outcome.WRONG_OUTPUT),
        (Ending(status=1, stdout=b"3 rows\n"), Outcome.FAILED),
        (Ending(status=-9, stdout=b"3 rows\n"), Outcome.FAILED),
        (Ending(status=1, stderr=b"MemoryError"), Outcome.OUT_OF_MEMORY),
        (Ending(stopped="time", stdout=b"3 rows\n"), Outcome.TIMED_OUT),
        (Ending(stopped="memory", stdout=b"3 rows\n"), Outcome.OUT_OF_MEMORY),
        (Ending(stopped="output", stdout=b"3 rows\n"), Outcome.TOO_MUCH_OUTPUT),
        (Ending(stopped="service", stdout=b"3 rows\n"), Outcome.SERVICE_FAILED),
        (Ending(stopped="start"), Outcome.OUR_FAULT),
    ],
)
def test_outcome(ending: Ending, outcome: Outcome) -> None:
    """Each way to end has its outcome, whatever was printed before."""
    assert judge(task(), FILES, ending).outcome is outcome


def test_declared_status_is_demanded() -> None:
    """A task that declares an exit status passes with that one only."""
    alert = task(run=Run(exit=1))
    assert judge(alert, FILES, Ending(status=1, stdout=b"3 rows\n")).outcome is Outcome.PASSED
    verdict = judge(alert, FILES, Ending(status=0, stdout=b"3 rows\n"))
    assert verdict.outcome is Outcome.FAILED
    assert "instead of 1" in verdict.reason


def test_failure_says_why() -> None:
    """The reason of a failure holds the status and the end of standard error."""
    verdict = judge(task(), FILES, Ending(status=-11, stderr=b"Segmentation fault"))
    assert verdict.reason == "killed by signal 11\nSegmentation fault"


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        (Ending(stdout=b"3 rows"), "out/a.png: not written"),
        (Ending(stdout=b"3 rows", unfit={"a.png": "too large"}), "out/a.png: too large"),
        (Ending(stdout=b"3 rows", pictures={"a.png": b"GIF89a"}), "out/a.png is no PNG"),
    ],
)
def test_pictures_are_demanded(ending: Ending, reason: str) -> None:
    """A declared picture must be there, and be one."""
    drawing = task(output=Output(pictures=("a.png",)))
    assert judge(drawing, FILES, ending).reason == reason
    good = Ending(stdout=b"3 rows", pictures={"a.png": PNG})
    assert judge(drawing, FILES, good).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("output", "got", "expected", "same"),
    [
        (Output(tolerance=0.01), "mean 2.005", "mean 2.0", True),
        (Output(tolerance=0.01), "mean 2.05", "mean 2.0", False),
        (Output(tolerance=0.01), "mode 2.0", "mean 2.0", False),
        (Output(compare="json"), '{"a": 1, "b": [2]}', '{"b": [2.0], "a": 1}', True),
        (Output(compare="json"), '{"a": true}', '{"a": 1}', False),
        (Output(compare="json"), "[1, 2]", "[1]", False),
        (Output(compare="json"), "{'a': 1}", '{"a": 1}', False),
        (Output(compare="lines-unordered"), "b\na\n", "a\nb\n", True),
        (Output(compare="lines-unordered"), "a\na\n", "a\nb\n", False),
        (Output(masks=(r"pid \d+",)), "pid 71 up", "pid 8 up", True),
        (Output(masks=(r"pid \d+",)), "pid x up", "pid 8 up", False),
        (Output(masks=(r"pid \d+",)), "<mask> up", "pid 8 up", False),
        (Output(masks=(r"pid \d+",)), "\ue000 up", "pid 8 up", False),
        (Output(masks=(r"pid \d+",)), "\ue000: pid 7", "\ue000: pid 8", True),
        (Output(compare="json", masks=(r"pid \d+",)), '["pid 7"]', '["pid 8"]', True),
        (Output(compare="json", masks=(r"pid \d+",)), r'["\uE000"]', '["pid 8"]', False),
        (Output(compare="json"), "1", "true", False),
        (Output(compare="json"), "[0]", "[false]", False),
        (Output(compare="json", tolerance=0.1), "1", "true", False),
        (Output(compare="json"), "9007199254740993", "9007199254740992", False),
        (Output(compare="json"), "1e400", "1e401", False),
        (Output(compare="json", tolerance=0.01), "1e400", "1e401", False),
        (Output(compare="json", tolerance=0.01), "[2.005, 1]", "[2.0, 1.0]", True),
        (Output(compare="json", tolerance=0.01), "2.05", "2.0", False),
        (Output(tolerance=0.01), "# 1", "1 #", False),
        (Output(tolerance=0.01), "a # b", "a 1 b", False),
        (Output(tolerance=0.01), "1" + "0" * 400, "1" + "0" * 401, False),
    ],
)
def test_comparison(output: Output, got: str, expected: str, *, same: bool) -> None:
    """Outputs are compared as the task says, and no more loosely."""
    assert same_output(got, expected, output) is same


HUGE = "1" * 5000


@pytest.mark.parametrize(
    ("output", "got", "expected"),
    [
        (Output(compare="json"), HUGE, "1"),
        (Output(tolerance=0.1), HUGE, "1"),
        (Output(compare="json"), "1" + "0" * 400, "1.0"),
        (Output(compare="json", tolerance=0.1), "1" + "0" * 400, "1.0"),
        (Output(compare="json"), f"1e{HUGE}", "1"),
        (Output(tolerance=0.1), f"1e{HUGE}", "1"),
        (Output(compare="json"), "[" * 100_000, "[]"),
        (Output(compare="json"), "[]", "not JSON"),
        (Output(masks=("(",)), "up", "up"),
        (Output(masks=("a{99999999999999}",)), "up", "up"),
        (Output(masks=("up",)), "".join(map(chr, range(0xE000, 0xF900))), "up"),
    ],
)
def test_what_cannot_be_compared(output: Output, got: str, expected: str) -> None:
    """Output that cannot be compared is wrong output, and no fault of ours."""
    assert not same_output(got, expected, output)
    ending = Ending(stdout=got.encode())
    verdict = judge(task(output=output), TaskFiles(expected=expected), ending)
    assert verdict.outcome is Outcome.WRONG_OUTPUT


def test_the_reason_names_what_is_wrong_with_a_mask() -> None:
    """Whoever wrote a mask that is no regular expression is told so."""
    verdict = judge(task(output=Output(masks=("(",))), FILES, Ending(stdout=b"3 rows\n"))
    assert "cannot be compared with the expected one: missing )" in verdict.reason


@pytest.mark.parametrize("tolerance", [0.0, 0.5])
@given(value=st.recursive(st.booleans() | st.integers() | st.text(), st.lists))
def test_json_equals_itself_only(value: object, tolerance: float) -> None:
    """A value is the same as itself, and never as a list that holds it."""
    output = Output(compare="json", tolerance=tolerance)
    assert same_output(json.dumps(value), json.dumps(value, indent=1), output)
    assert not same_output(json.dumps([value]), json.dumps(value), output)


@given(st.text(), st.text())
def test_exact_means_exact(got: str, expected: str) -> None:
    """Without tolerance and masks only line ends and the last newlines may differ."""

    def normal(text: str) -> str:
        return text.replace("\r\n", "\n").rstrip("\n")

    assert same_output(got, expected, Output()) is (normal(got) == normal(expected))

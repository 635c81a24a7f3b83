"""When a job has been run often enough, and what its runs amount to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.model.receipt import SAYS_NOTHING, Outcome
from toolcrib.verify.job import Done
from toolcrib.verify.trial import verdict

OUTCOMES = [outcome for outcome in Outcome if outcome is not Outcome.FLAKY]
FAILURES = [
    Outcome.WRONG_OUTPUT,
    Outcome.FAILED,
    Outcome.TIMED_OUT,
    Outcome.OUT_OF_MEMORY,
    Outcome.TOO_MUCH_OUTPUT,
]


def runs(*outcomes: Outcome) -> tuple[Done, ...]:
    """Return runs with some outcomes, each with its number as its reason."""
    return tuple(Done(outcome=o, reason=str(n)) for n, o in enumerate(outcomes))


def test_one_pass_is_enough() -> None:
    """A run that passed is sure, unless all is to be run twice."""
    once = runs(Outcome.PASSED)
    assert verdict(once) is once[0]
    assert verdict(once, twice=True) is None
    again = runs(Outcome.PASSED, Outcome.PASSED)
    assert verdict(again, twice=True) is again[0]


@pytest.mark.parametrize("outcome", FAILURES)
def test_failure_is_run_again(outcome: Outcome) -> None:
    """A failure counts when it comes twice; when the second run passes, it is flaky."""
    assert verdict(runs(outcome)) is None
    assert verdict(runs(outcome, outcome)) == Done(outcome=outcome, reason="0")
    assert verdict(runs(outcome, Outcome.PASSED)) == Done(
        outcome=Outcome.FLAKY, reason=f"{outcome}, then passed\n0"
    )


def test_pass_that_fails_with_another_seed_is_flaky() -> None:
    """Of a run that passed and one that did not, the failure is told."""
    assert verdict(runs(Outcome.PASSED, Outcome.FAILED), twice=True) == Done(
        outcome=Outcome.FLAKY, reason="passed, then failed\n1"
    )


def test_two_kinds_of_failure_are_flaky() -> None:
    """Two failures that differ are no failure of one kind."""
    found = verdict(runs(Outcome.TIMED_OUT, Outcome.FAILED))
    assert found is not None
    assert found.outcome is Outcome.FLAKY


def test_run_without_its_module_fails_once() -> None:
    """Where a failure is what is wanted, it is not made again."""
    for outcome in (Outcome.FAILED, Outcome.PASSED):
        assert verdict(runs(outcome), blocked=True) == Done(outcome=outcome, reason="0")


@pytest.mark.parametrize("fault", [Outcome.OUR_FAULT, Outcome.SERVICE_FAILED])
def test_fault_is_tried_once_more(fault: Outcome) -> None:
    """A fault of ours or of a service is tried once more, and makes nothing flaky."""
    assert verdict(runs(fault)) is None
    assert verdict(runs(fault, fault)) == Done(outcome=fault, reason="0")
    assert verdict(runs(fault, Outcome.PASSED)) == Done(outcome=Outcome.PASSED, reason="1")
    assert verdict(runs(Outcome.FAILED, fault)) is None
    assert verdict(runs(Outcome.FAILED, fault, fault)) == Done(outcome=Outcome.FAILED, reason="0")


def test_killed_once_is_nobodys_word() -> None:
    """A solution that was killed once may have been the kernel's choice; twice, it is its own."""
    killed = Done(outcome=Outcome.FAILED, exit=-9)
    passed = Done(outcome=Outcome.PASSED, exit=0)
    assert verdict((killed,)) is None
    assert verdict((killed, passed)) is passed
    assert verdict((killed, killed)) is killed
    assert verdict((killed,), blocked=True) is None


def test_what_cannot_be_installed_is_sure() -> None:
    """The same resolution is not made again."""
    assert verdict(runs(Outcome.CANNOT_INSTALL)) == Done(outcome=Outcome.CANNOT_INSTALL, reason="0")


@given(st.lists(st.sampled_from(OUTCOMES), min_size=5, max_size=5), st.booleans(), st.booleans())
def test_runs_come_to_an_end(outcomes: list[Outcome], blocked: bool, twice: bool) -> None:  # noqa: FBT001 -- hypothesis gives them by name
    """Whatever comes, a job is run at most three times, and a good word is only said of a pass."""
    for count in range(1, 5):
        sure = verdict(runs(*outcomes[:count]), blocked=blocked, twice=twice)
        if sure:
            break
    assert count <= 3
    assert sure is not None
    if sure.outcome is Outcome.PASSED:
        told = [o for o in outcomes[:count] if o not in SAYS_NOTHING]
        assert set(told) == {Outcome.PASSED}

"""Runs at the same time, each in its own process."""

import os
import signal
import time

import pytest

from toolcrib.errors import ToolcribError
from toolcrib.verify import kernel
from toolcrib.verify.pool import ChildFaultError, run_all, run_one


def double(job: int, _slot: int) -> bytes:
    """Do a job that needs nothing."""
    return str(2 * job).encode()


def test_each_job_is_answered_once() -> None:
    """All jobs are done, each by a process of its own, in whatever order."""
    answers = dict(run_all(range(20), double, 3))
    assert answers == {job: str(2 * job).encode() for job in range(20)}


def test_slots_are_shared_out() -> None:
    """At no time do two jobs have the same slot, and no slot is beyond the bound."""
    answers = run_all(range(9), lambda _, slot: str(slot).encode(), 2)
    assert {answer for _, answer in answers} <= {b"0", b"1"}


def test_long_answers_come_whole() -> None:
    """An answer longer than a pipe holds is not cut."""
    assert run_one(None, lambda _job, _slot: b"x" * 1_000_000) == b"x" * 1_000_000


def fail(_job: object, _slot: int) -> bytes:
    """Fail as a program with a fault does."""
    raise ValueError("no such thing")


def test_fault_in_a_child() -> None:
    """A fault in a child is an answer to the caller, and ends nothing else."""
    (_, answer), *_ = run_all([1], fail, 1)
    assert isinstance(answer, ChildFaultError)
    assert "ValueError: no such thing" in str(answer)
    with pytest.raises(ToolcribError, match="no such thing"):
        run_one(1, fail)


def die(_job: object, _slot: int) -> bytes:
    """End without a word."""
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def test_child_that_is_killed() -> None:
    """A child that was killed gives no answer, and that is said."""
    (_, answer), *_ = run_all([1], die, 1)
    assert isinstance(answer, ChildFaultError)
    assert "-9" in str(answer)


def test_caller_that_stops_leaves_nobody() -> None:
    """When the caller goes away, what runs is ended and waited for."""

    def work(job: int, _slot: int) -> bytes:
        if job:
            time.sleep(60)
        return str(os.getpid()).encode()

    # Other tests' servers and browsers may be children of this process too.
    before = set(kernel.children(os.getpid()))
    answers = run_all(range(3), work, 3)
    next(answers)
    assert len(set(kernel.children(os.getpid())) - before) == 2
    answers.close()
    assert not set(kernel.children(os.getpid())) - before

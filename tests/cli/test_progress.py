"""How a verification's progress is told."""

import pytest

from toolcrib.cli.progress import Pace, duration, running
from toolcrib.model.module import ModuleId
from toolcrib.model.task import Solution, Task
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.plan import Job


@pytest.mark.parametrize(
    ("pace", "line"),
    [
        (
            Pace(done=0, running=2, waiting=3, seconds=0.1),
            "0 of 5 done, 2 running, 3 waiting",
        ),
        (
            Pace(done=10, running=2, waiting=18, seconds=5),
            "10 of 30 done, 2 running, 18 waiting, 2.0 runs/s, 10 s left",
        ),
        (
            Pace(done=1, running=1, waiting=0, seconds=100),
            "1 of 2 done, 1 running, 0.0 runs/s, 1 min 40 s left",
        ),
    ],
)
def test_pace(pace: Pace, line: str) -> None:
    """How many are done, run and wait; the rate and the time left once something is done."""
    assert pace.line == line


def test_duration() -> None:
    """Minutes are told from one minute on."""
    assert [duration(s) for s in (0.2, 59.4, 59.6, 3599)] == [
        "0 s",
        "59 s",
        "1 min 0 s",
        "59 min 59 s",
    ]


def test_what_runs_fits_the_terminal() -> None:
    """More runs than there are lines are told as a number; all that fit are told by name."""
    python = this_interpreter()
    runs = [
        (
            Job(
                task=Task(id=name, title="T", category="x"),
                solution=Solution(module=ModuleId("std:re"), file="x.py", code=""),
                interpreter=python,
                cell=python.cell,
                source="",
                blocked=False,
                why="",
            ),
            1.0,
        )
        for name in "abcd"
    ]
    labels = [f"{name}/x.py on {python.version}" for name in "abcd"]
    assert running(runs, 3.0, 4) == [(label, "2 s") for label in labels]
    assert running(runs, 3.0, 3) == [(labels[0], "2 s"), (labels[1], "2 s"), ("and 2 more", "")]
    assert running(runs, 3.0, 1) == [("and 4 more", "")]

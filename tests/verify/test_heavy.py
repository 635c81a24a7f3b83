"""Heavy environments: told of once, removed when no run needs them any more."""

from pathlib import Path

import pytest

from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock, Outcome, Package
from toolcrib.model.task import Solution, Task
from toolcrib.verify.environment import environment_folder
from toolcrib.verify.heavy import HEAVY, HeavyEnvironments
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.job import Done
from toolcrib.verify.plan import Job

PYTHON = this_interpreter()
BIG = Package(name="big", version="1", hashes=())
LOCK = Lock(python=PYTHON.version, platform="x", requirements=("big",), packages=(BIG,))
DONE = Done(outcome=Outcome.PASSED, lock=LOCK, installed_size=HEAVY + 1)
JOB = Job(
    task=Task(id="do", title="Do", category="x"),
    solution=Solution(module=ModuleId("pypi:big"), file="x.py", code="", dependencies=("big",)),
    interpreter=PYTHON,
    cell=PYTHON.cell,
    source="",
    blocked=False,
    why="",
)


def needed() -> bool:
    """Say that a run that waits needs it."""
    return True


def unneeded() -> bool:
    """Say that no run needs it."""
    return False


def unasked() -> bool:
    """Fail where it is asked for nothing."""
    raise AssertionError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the environment of the lock: a folder with a file in it."""
    folder = environment_folder(LOCK, PYTHON, tmp_path)
    folder.mkdir(parents=True)
    (folder / "file").write_text("x")
    return folder


def test_it_lives_until_the_last_run(folder: Path, tmp_path: Path) -> None:
    """While another run needs it, it stays; the last one's end is its end."""
    heavy = HeavyEnvironments(tmp_path, keep=False)
    heavy.used(JOB, DONE, needed)
    assert folder.exists()
    heavy.used(JOB, DONE, unneeded)
    assert not folder.exists()
    (line,) = heavy.news()
    assert line.startswith(f"heavy: big on {PYTHON.version} takes 300 MB; removed after use")
    assert heavy.news() == ()


def test_it_goes_when_its_last_run_does_not_come(folder: Path, tmp_path: Path) -> None:
    """What waited for a run that could not take place is removed at the end."""
    heavy = HeavyEnvironments(tmp_path, keep=False)
    heavy.used(JOB, DONE, needed)
    heavy.used(JOB, Done(outcome=Outcome.OUR_FAULT), unneeded)
    assert folder.exists()
    heavy.remove_all()
    assert not folder.exists()


def test_it_is_kept_by_wish(folder: Path, tmp_path: Path) -> None:
    """Whoever wants it keeps it, and is told its size all the same."""
    heavy = HeavyEnvironments(tmp_path, keep=True)
    heavy.used(JOB, DONE, unneeded)
    heavy.remove_all()
    assert folder.exists()
    assert heavy.news() == (f"heavy: big on {PYTHON.version} takes 300 MB; kept",)


def test_light_ones_stay(folder: Path, tmp_path: Path) -> None:
    """An environment of up to 300 MB is kept for the next time, and not worth a word."""
    heavy = HeavyEnvironments(tmp_path, keep=False)
    light = Done(outcome=Outcome.PASSED, lock=LOCK, installed_size=HEAVY)
    heavy.used(JOB, light, unasked)
    heavy.remove_all()
    assert folder.exists()
    assert heavy.news() == ()

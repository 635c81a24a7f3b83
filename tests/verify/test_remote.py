"""Runs for somebody on another machine, without another machine."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.work import work
from toolcrib.errors import RefusedError
from toolcrib.model.receipt import CLOSED, Cell, Outcome
from toolcrib.model.task import Run, Solution, Task, TaskFiles
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.job import Done
from toolcrib.verify.pool import ChildFaultError
from toolcrib.verify.remote import Answer, Parcel, Wanted, fulfilled, opened, packed
from toolcrib.verify.systems import host_system

HERE = this_interpreter()


def wanted(code: str = "print(2)\n", **run: object) -> Wanted:
    """Return a run of a program of the standard library that must print 2."""
    solution = Solution(module="std:re", file="with_re.py", code=code)
    task = Task(id="t", title="Do", category="text", run=Run(**run), solutions=(solution,))
    files = TaskFiles(expected="2\n", inputs={"data": b"\xff"})
    return Wanted(task=task, solution=solution, files=files, cell=HERE.cell, system="host")


def test_what_is_wanted_says_nothing_of_one_machine() -> None:
    """A parcel comes out as it went in, and names no folder of the machine that packed it."""
    data = packed(wanted())
    parcel = msgspec.json.decode(data, type=Parcel)
    assert msgspec.json.decode(parcel.wanted, type=Wanted) == wanted()
    assert str(HERE.prefix).encode() not in data


def test_another_toolcrib_refuses(tmp_path: Path) -> None:
    """A parcel of another version is not opened, and both versions are named."""
    data = msgspec.json.encode(Parcel(toolcrib="0.0.9", wanted=msgspec.Raw(b'{"new": 1}')))
    answer = opened(fulfilled(data, tmp_path, fetch_sdist))
    assert isinstance(answer, RefusedError)
    assert "the caller 0.0.9" in str(answer)


def test_bad_parcel_is_answered(tmp_path: Path) -> None:
    """What is no parcel is a fault that is told, and ends nothing."""
    answer = opened(fulfilled(b"no parcel", tmp_path, fetch_sdist))
    assert isinstance(answer, ChildFaultError)
    assert "DecodeError" in str(answer)


def test_python_that_is_not_there(tmp_path: Path) -> None:
    """A worker that offers what it has not is found out."""
    other = msgspec.structs.replace(wanted(), cell=Cell(python="3.99"))
    answer = opened(fulfilled(packed(other), tmp_path, fetch_sdist))
    assert isinstance(answer, RefusedError)
    assert "no Python 3.99" in str(answer)


@pytest.mark.pod
def test_facts_are_those_of_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes back tells of the Python, the root and the room where the run took place."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    done = opened(work(packed(wanted("print(1 + 1)\n"))))
    assert isinstance(done, Done)
    assert (done.outcome, done.stdout) == (Outcome.PASSED, b"2\n")
    assert (done.full_python, done.root) == (HERE.full, host_system().id)
    assert done.grade in CLOSED
    assert list((tmp_path / "cache/environments").glob("*/.complete"))


@pytest.mark.pod
def test_missing_package_is_refused(tmp_path: Path) -> None:
    """A package of the system that the worker lacks is a refusal with the command that gets it."""
    answer = opened(fulfilled(packed(wanted(packages=("no-such-package",))), tmp_path, fetch_sdist))
    assert isinstance(answer, RefusedError)
    assert "no-such-package" in answer.hint


def test_whoever_asked_is_gone() -> None:
    """A run whose worker has ended before it could begin does not begin."""
    command = [sys.executable, "-m", "toolcrib.app.work", str(os.getpid() + 1)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is gone" in done.stderr


def test_answer_of_a_run_that_ended_badly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that gives no answer is a fault with its last words."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    answer = opened(work(b""))
    assert isinstance(answer, ChildFaultError)
    assert "status 1" in str(answer)


def test_an_answer_is_a_run_or_a_fault() -> None:
    """A fault comes out with its hint."""
    answer = opened(msgspec.json.encode(Answer(fault="no room", hint="clear up")))
    assert isinstance(answer, ChildFaultError)
    assert (str(answer), answer.hint) == ("no room", "clear up")

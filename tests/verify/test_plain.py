"""Runs without a closed room."""

import resource

import pytest

from rooms import room
from toolcrib.verify.plain import run_plainly
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import Limits, Room


def test_program_gets_its_files_and_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments, input and files go through; the caller's settings do not."""
    monkeypatch.setenv("CRIB_TEST_SECRET", "hush")
    code = """
import os, sys
print(sys.argv[1:], sys.stdin.read(), open("data/a.txt").read())
print("CRIB_TEST_SECRET" in os.environ, os.environ["HOME"] != sys.argv[2])
sys.exit(3)
"""
    home = str(pytest.__file__)
    ending = run_plainly(room(code, "x", home, files={"data/a.txt": b"text"}, stdin=b"typed"))
    assert ending.stdout.decode().splitlines()[0] == f"['x', '{home}'] typed text"
    assert ending.stdout.decode().splitlines()[1] == "False True"
    assert ending.status == 3


def test_time_is_limited() -> None:
    """A program that does not end is ended."""
    ending = run_plainly(room("import time; time.sleep(60)", limits=Limits(wall=0.5)))
    assert ending.stopped == "time"


def test_output_is_limited() -> None:
    """Too much output is an outcome, not a cut."""
    ending = run_plainly(room("print('x' * 3000)", limits=Limits(output=2000)))
    assert ending.stopped == "output"


def test_pictures_come_out() -> None:
    """Declared pictures come out."""
    code = "import os; os.mkdir('out'); open('out/a.png', 'wb').write(b'x')"
    assert run_plainly(room(code, pictures=("a.png", "b.png"))).pictures == {"a.png": b"x"}


def test_callers_own_limits() -> None:
    """A caller with lower limits of its own gets them, and no failed run."""
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])"

    def work(job: Room, _slot: int) -> bytes:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
        return run_plainly(job).stdout

    assert run_one(room(code), work) == b"512\n"

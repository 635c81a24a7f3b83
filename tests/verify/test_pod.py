"""Real programs in real pods: what they get. What they cannot do stands in `hostile/`."""

import resource

import pytest

from rooms import ended, room, said
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import MIB, Limits, Room

pytestmark = pytest.mark.pod


def test_program_gets_what_it_was_given() -> None:
    """Arguments, standard input, files in folders and the exit status go through."""
    code = """
import sys
print(sys.argv[1:], sys.stdin.read(), open("data/a.txt").read(), __file__)
sys.exit(7)
"""
    job = room(code, "--x", "a b", files={"data/a.txt": b"text"}, stdin=b"typed")
    ending = ended(job)
    assert ending.stdout == b"['--x', 'a b'] typed text /home/crib/task/program.py\n"
    assert ending.status == 7
    assert ending.peak_memory > MIB


def test_every_run_is_alike() -> None:
    """User, place, host, zone and settings are the pod's own, whoever runs it where."""
    code = """
import os, socket, time
print(os.getuid(), os.getcwd(), socket.gethostname(), time.tzname[0], sorted(os.environ))
"""
    assert said(code) == (
        "1000 /home/crib/task crib UTC ['HOME', 'LANG', 'PATH', 'PWD', 'PYTHONHASHSEED', "
        "'SE_OFFLINE', 'TMPDIR', 'TZ', 'USER']\n"
    )


def test_callers_own_limits() -> None:
    """A caller with lower limits of its own gets them, and no failed run."""
    job = room("import resource; print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])")

    def work(room: Room, slot: int) -> bytes:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
        return run_in_pod(room, slot).stdout

    assert run_one(job, work) == b"512\n"


def test_what_administrators_install_is_not_seen() -> None:
    """`/usr/local`, where settings of this machine lie, is empty in a room."""
    assert said("import os; print(os.listdir('/usr/local'))") == "[]\n"


def test_report_is_limited() -> None:
    """Pictures that are too many bytes together are too much output, as any other."""
    code = "import os; os.mkdir('out'); open('out/a.png', 'wb').write(bytes(10000))"
    ending = ended(room(code, pictures=("a.png",), limits=Limits(report=5000)))
    assert ending.stopped == "output"


def test_machine_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run on a machine that has hardly any memory left is ended, as a fault of the machine."""
    monkeypatch.setattr("toolcrib.verify.closed.is_exhausted", lambda: True)
    ending = ended(room("import time; time.sleep(10)"))
    assert (ending.stopped, ending.reason) == (
        "machine",
        "this machine has hardly any memory left",
    )

"""Programs that do not end, end badly, or leave others running; and clocks."""

import time

import pytest
from msgspec.structs import replace

from attacks import SHORT, Case, answers, attack, case, cases, ended_in_slot, face
from toolcrib.verify.room import Limits

pytestmark = pytest.mark.pod

IGNORES_ALL = """
import signal, subprocess, sys, time
for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except OSError:
        pass
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]],
                 start_new_session=True)
print("started", flush=True)
time.sleep(600)
"""

KILLS_ALL = """
import os, signal, sys, time
child = os.fork()
if child == 0:
    time.sleep(600)
os.kill(-1, signal.SIGKILL)
print("killed", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
sys.exit(7)
"""

KILLS_THE_FIRST = """
import os, signal, sys, time
for number in sorted(signal.valid_signals()):
    for _ in range(3):
        os.kill(1, number)
time.sleep(0.2)
print("here", os.getppid(), flush=True)
sys.exit(7)
"""

LIMITS_THE_FIRST = """
import resource, sys
from seen import tell
for name in ("AS", "DATA", "NOFILE", "CPU", "STACK"):
    tell(name, lambda: resource.prlimit(1, getattr(resource, "RLIMIT_" + name), (0, 0)))
sys.exit(7)
"""

CLOSES_AND_LIVES_ON = """
import os, time
os.write(1, b"goodbye\\n")
for descriptor in range(3):
    os.close(descriptor)
time.sleep(600)
"""

DAEMON = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]],
                 start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                 stderr=subprocess.DEVNULL)
print("done")
"""

TWICE_FORKED = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
os.wait()
print("done", flush=True)
"""

SEGFAULT = "import ctypes; ctypes.string_at(0)"
DEEP = "def f(): f()\nf()"


@cases(
    Case(number=19, what="infinite loop", program="while True: pass", stopped="time", limits=SHORT),
    Case(
        number=20,
        what="sleep",
        program="import time; time.sleep(600)",
        stopped="time",
        limits=SHORT,
    ),
    Case(
        number=21,
        what="all signals ignored",
        program=IGNORES_ALL,
        says="started\n",
        stopped="time",
        limits=SHORT,
    ),
    Case(
        number=22,
        what="stops itself",
        program="import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
        stopped="time",
        limits=SHORT,
    ),
    Case(
        number=25,
        what="closes its output and lives on",
        program=CLOSES_AND_LIVES_ON,
        says="goodbye\n",
        stopped="time",
        limits=SHORT,
    ),
)
def test_does_not_end(case: Case, marker: str) -> None:
    """It is ended at its limit of time, and with it all that it started."""
    started = time.monotonic()
    face(case, marker)
    assert time.monotonic() - started < 15


@cases(
    Case(number=23, what="kill -1", program=KILLS_ALL, says="killed -9\n", status=7),
    Case(
        number=24,
        what="every signal to the first process",
        program=KILLS_THE_FIRST,
        says="here 1\n",
        status=7,
    ),
    Case(
        number=103,
        what="limits for the first process",
        program=LIMITS_THE_FIRST,
        says=answers("AS EPERM", "DATA EPERM", "NOFILE EPERM", "CPU EPERM", "STACK EPERM"),
        status=7,
    ),
    Case(number=26, what="daemon", program=DAEMON, says="done\n"),
    Case(
        number=27,
        what="forked twice, holding the output",
        program=TWICE_FORKED,
        says="done\n",
    ),
    Case(
        number=28,
        what="killed by a signal",
        program="import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        status=-9,
    ),
    Case(number=28, what="exit 137", program="import sys; sys.exit(137)", status=137),
    Case(number=29, what="segmentation fault", program=SEGFAULT, status=-11),
    Case(number=30, what="abort", program="import os; os.abort()", status=-6),
    Case(number=31, what="stack overflow", program="stack_overflow.py", status=-11),
    Case(number=32, what="endless recursion", program=DEEP, status=1, complains="RecursionError"),
    Case(
        number=66,
        what="clock of the machine",
        program="clock.py",
        says=answers("settimeofday EPERM", "clock_settime EPERM", "adjtimex EPERM"),
    ),
)
def test_ends_in_its_own_way(case: Case, marker: str) -> None:
    """Its true status is told, at once, whatever it did to those around it."""
    started = time.monotonic()
    face(case, marker)
    assert time.monotonic() - started < 15


@case(33, "missing program")
def test_missing_program(marker: str) -> None:
    """A program that is not there is a failed start, neither an empty output nor a status."""
    job = attack("print(1)", marker)
    gone = replace(job.interpreter, path=job.interpreter.path.with_name("python0"))
    ending = ended_in_slot(replace(job, interpreter=gone))
    assert (ending.stopped, ending.stdout) == ("start", b"")
    assert ending.reason == f"there is no {gone.path}"


@case(99, "clock jump")
def test_clock_jump(marker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits hold and runs end when the clock jumps by a year, forwards and back."""
    true_time, calls = time.time, iter(range(10**9))

    def jumping() -> float:
        return true_time() + (365 * 86400) * (-1) ** next(calls)

    monkeypatch.setattr(time, "time", jumping)
    assert time.time() != pytest.approx(true_time(), abs=86400)
    assert ended_in_slot(attack("print('fine')", marker)).stdout == b"fine\n"
    stopped = ended_in_slot(attack("while True: pass", marker, limits=Limits(wall=0.5)))
    assert stopped.stopped == "time"

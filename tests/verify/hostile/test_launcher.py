"""What becomes of a run when whoever started it is killed, ends, or starts a great many."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import toolcrib
from attacks import SLOTS, attack, case, ended_together, left_behind, traces
from toolcrib.verify import kernel
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import Limits

pytestmark = pytest.mark.pod

STEP = 0.005
STEPS = 41
LONG = "import time; time.sleep(60)"

FROM_A_THREAD = """
import threading
from attacks import SLOTS, attack
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_all

def work(job, slot):
    return run_in_pod(job, SLOTS[slot]).stdout

def take(number):
    for _, (_, answer) in zip(range(number), answers):
        found.append(answer)

found = []
jobs = [attack("print('short')", "{marker}"),
        attack("import time; time.sleep({seconds}); print('long')", "{marker}")]
answers = run_all(jobs, work, 2)
thread = threading.Thread(target=take, args=({taken},))
thread.start()
thread.join()
take(2)
print(found)
"""


@contextlib.contextmanager
def launched(marker: str) -> Iterator[int]:
    """Start a run that would go on for a minute, from a process of its own; yield that one."""
    job = attack(LONG, marker, limits=Limits(wall=60))
    launcher = os.fork()
    if launcher == 0:
        with contextlib.suppress(BaseException):
            run_one(job, lambda job, _: run_in_pod(job, SLOTS[0]).stdout)
        os._exit(0)
    yield launcher
    os.waitpid(launcher, 0)


def below(pid: int, generations: int) -> int:
    """Return a descendant of a process, or the last one on the way where there is none yet."""
    for _ in range(generations):
        found = kernel.children(pid)
        if not found:
            break
        pid = found[0]
    return pid


@case(93, "launcher killed at every 5 ms of its start")
@pytest.mark.parametrize(
    "generation", range(5), ids=["caller", "waiting", "holder", "bwrap", "first"]
)
def test_killed_at_its_start(marker: str, generation: int) -> None:
    """Whoever of them is killed, and when, nothing that it started goes on."""
    before = traces(marker)
    for step in range(0, STEPS, 1 if generation == 0 else 4):
        with launched(marker) as launcher:
            time.sleep(step * STEP)
            os.kill(below(launcher, generation), signal.SIGKILL)
        assert left_behind(before, marker, seconds=5) == frozenset(), f"after {step * STEP:.3f} s"


def from_a_thread(marker: str, *, seconds: float, taken: int) -> str:
    """Start two runs from a thread that takes some of their answers; return all answers."""
    code = FROM_A_THREAD.format(marker=marker, seconds=seconds, taken=taken)
    folders = [Path(__file__).parents[2], Path(toolcrib.__file__).parents[1]]
    environ = {
        **os.environ,  # noqa: TID251 -- for a process of its own
        "PYTHONPATH": os.pathsep.join([*map(str, folders), *sys.path]),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, check=True, capture_output=True, text=True
    )
    return done.stdout


@case(94, "launcher's thread ends")
def test_thread_of_the_launcher_ends(marker: str) -> None:
    """The kernel ends a run with the thread that started it: a fault of ours, and no verdict."""
    both = from_a_thread(marker, seconds=0.5, taken=2)
    assert both == "[b'short\\n', b'long\\n']\n"
    first = from_a_thread(marker, seconds=20, taken=1)
    assert first == "[b'short\\n', ChildFaultError(\"a run's process ended: -9\")]\n"


@case(95, "two hundred runs in two slots")
def test_two_hundred_runs(marker: str) -> None:
    """Each gets its own answer, and the caller has as many descriptors as before."""
    jobs = [attack("import sys; print(sys.argv[2])", marker, str(n)) for n in range(200)]
    endings = ended_together(*jobs)
    assert [ending.stdout for ending in endings] == [b"%d\n" % n for n in range(200)]

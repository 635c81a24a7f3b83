"""Real leaves of cgroup v2: they hold, they tell, and none is left behind."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from rooms import ended, room
from toolcrib.verify.cgroup import ground, launcher_of
from toolcrib.verify.leaf import solution_leaf, sweep_leaves
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import ChildFaultError, run_all, run_one
from toolcrib.verify.room import MIB, Limits, Room

pytestmark = [pytest.mark.cgroup, pytest.mark.usefixtures("no_leaf_left")]

SMALL = Limits(wall=120, memory=48 * MIB)

BOMBS = {
    "memory of its own": "x = bytearray(200 << 20)",
    "shared memory": "import mmap; mmap.mmap(-1, 200 << 20).write(bytes(200 << 20))",
    "memory of children": """
import subprocess, sys
child = [sys.executable, "-c", "import time; x = bytearray(15 << 20); time.sleep(100)"]
children = [subprocess.Popen(child) for _ in range(10)]
""",
    "memory files": """
import os
files = [os.memfd_create("x") for _ in range(20)]
for file in files:
    os.write(file, bytes(10 << 20))
""",
    "scratch space": "open('/tmp/x', 'wb').write(bytes(200 << 20))",
    "shared scratch space": "open('/dev/shm/x', 'wb').write(bytes(200 << 20))",
    "empty files": """
import os
for number in range(10 ** 7):
    os.close(os.open(f"/tmp/{number}", os.O_CREAT | os.O_WRONLY))
""",
    "pipes": """
import os
pipes = [os.pipe() for _ in range(500)]
for _, end in pipes:
    os.set_blocking(end, False)
    os.write(end, bytes(1 << 16))
""",
    "sockets": """
import socket
pairs = [socket.socketpair() for _ in range(500)]
for end, _ in pairs:
    end.setblocking(False)
    try:
        while True:
            end.send(bytes(1 << 15))
    except BlockingIOError:
        pass
""",
}


def leaves() -> list[str]:
    """Return the leaves that there are."""
    place = ground().folder
    return [path.name for path in place.iterdir() if launcher_of(path.name)] if place else []


@pytest.fixture
def no_leaf_left() -> Iterator[None]:
    """Expect that a test leaves no cgroup behind."""
    assert leaves() == []
    yield
    assert leaves() == []


@pytest.mark.parametrize("bomb", BOMBS)
def test_memory_is_held(bomb: str) -> None:
    """Memory of every kind counts, the kernel's own for files, pipes and sockets included."""
    limits = Limits(wall=120, memory=24 * MIB) if bomb == "pipes" else SMALL
    ending = ended(room(f"{BOMBS[bomb]}\nimport time; time.sleep(100)", limits=limits))
    assert (ending.stopped, ending.memory_held_by) == ("memory", "cgroup"), ending
    # The kernel lets nothing go beyond the limit, a page or two of its own aside.
    assert limits.memory * 0.9 < ending.peak_memory < limits.memory * 1.1


def test_what_fits_is_left_alone() -> None:
    """A program below its limit ends well, and its peak is what it took."""
    ending = ended(room("x = bytearray(60 << 20); print(len(x))", limits=Limits(memory=96 * MIB)))
    assert (ending.stopped, ending.status, ending.stdout) == ("", 0, b"62914560\n")
    assert 60 * MIB < ending.peak_memory < 96 * MIB


def test_processes_are_held() -> None:
    """In a leaf there are as many processes as it may have, then `fork` fails."""

    def work(_job: None, _slot: int) -> bytes:
        leaf = solution_leaf(Limits(processes=12))
        assert leaf
        leaf.join()
        children = []
        try:
            while len(children) < 100:
                child = os.fork()
                if child == 0:
                    signal.pause()
                children.append(child)
        except BlockingIOError:
            pass
        return str(len(children)).encode()

    # This process and the children are the twelve, and the eight of a room's own.
    assert run_one(None, work) == b"19"


def test_bomb_of_processes() -> None:
    """A program that forks as fast as it can is ended with all it has started."""
    code = """
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
"""
    ending = ended(room(code, limits=Limits(wall=5, processes=40)))
    assert ending.stopped in ("time", "memory")


@pytest.mark.parametrize("delay", [0.01, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0, 1.5, 2.0])
def test_launcher_that_is_killed(delay: float) -> None:
    """Whenever a run's process is killed, its leaf goes, with all that runs in it."""

    def work(job: Room, slot: int) -> bytes:
        # The default action of this signal is the end, without a word.
        signal.setitimer(signal.ITIMER_REAL, delay)
        return run_in_pod(job, slot).stdout

    (_, answer), *_ = run_all([room("import time; time.sleep(100)")], work, 1)
    assert isinstance(answer, ChildFaultError)
    assert str(-signal.SIGALRM) in str(answer)


def test_leaves_of_a_killed_caller_are_swept() -> None:
    """When nobody is left to wait for a run, the next command removes its leaf."""
    read, write = os.pipe()

    def work(_job: None, _slot: int) -> bytes:
        assert solution_leaf(SMALL)
        os.write(write, b"!")
        signal.pause()
        return b""

    caller = os.fork()
    if caller == 0:
        run_one(None, work)
        os._exit(0)
    os.close(write)
    assert os.read(read, 1) == b"!"
    os.kill(caller, signal.SIGKILL)
    os.waitpid(caller, 0)
    # The run's process dies with its caller, and with it the last end of the pipe.
    assert os.read(read, 1) == b""
    os.close(read)
    assert len(leaves()) == 1
    deadline = time.monotonic() + 60
    while leaves() and time.monotonic() < deadline:
        sweep_leaves()


def test_services_have_a_leaf_of_their_own() -> None:
    """A service that is made to take too much is ended, and that is no fault of the solution."""
    code = """
import socket
server = socket.create_connection(("localhost", 6379))
try:
    for number in range(400):
        server.sendall(b"*3\\r\\n$3\\r\\nSET\\r\\n$4\\r\\nk%03d\\r\\n$1000000\\r\\n" % number)
        server.sendall(bytes(1000000) + b"\\r\\n")
        assert server.recv(5) == b"+OK\\r\\n"
except (OSError, AssertionError):
    print("gone")
"""
    limits = Limits(wall=120, service_memory=64 * MIB)
    ending = ended(room(code, services=("redis",), limits=limits))
    assert (ending.stopped, ending.memory_held_by) == ("service", "cgroup")
    assert ending.reason == "its services took more memory than they may"
    assert ended(room("print(1)", services=("redis",), limits=limits)).stdout == b"1\n"

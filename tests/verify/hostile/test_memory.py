"""Programs that take all there is: processes, threads, memory, disk, inodes, buffers, terminals."""

import pytest

from attacks import SMALL, Case, answers, attack, cases, ended_in_slot, face
from toolcrib.verify.room import MIB, Limits

pytestmark = pytest.mark.pod

FEW = Limits(processes=30, wall=10)
SMALL_DISK = Limits(scratch=8 * MIB)

# Counted, and with a time limit of its own: should the limit not hold, it ends by itself.
FORK_BOMB = """
import os, time
first, deadline, refused = os.getpid(), time.monotonic() + 1, 0
for _ in range(60):
    try:
        os.fork()
    except BlockingIOError:
        refused += 1
    if time.monotonic() > deadline:
        break
print("refused", refused > 0) if os.getpid() == first else time.sleep(3)
"""

THREAD_BOMB = """
import threading
enough, made = threading.Event(), 0
try:
    for _ in range(200):
        threading.Thread(target=enough.wait, args=(5,), daemon=True).start()
        made += 1
except RuntimeError as fault:
    print(fault, made < 30)
enough.set()
"""

COUNTED = """
import os, time
made = 0
try:
    for _ in range(60):
        if os.fork() == 0:
            time.sleep(5)
            os._exit(0)
        made += 1
except BlockingIOError:
    print("stopped", 0 < made < 30)
"""

FILL = """
from seen import tell
def fill():
    with open("{place}", "wb") as file:
        for _ in range(64):
            file.write(bytes(1 << 20))
            file.flush()
tell("{place}", fill)
"""

BY_A_THREADS_CHILD = """
import subprocess, sys, threading
child = [sys.executable, "-c", "import time; x = bytearray(256 << 20); time.sleep(30)"]
thread = threading.Thread(target=subprocess.run, args=(child,))
thread.start()
thread.join()
"""


def test_limit_of_processes(marker: str) -> None:
    """The limit by which the bombs are bounded holds for a program that counts."""
    ending = ended_in_slot(attack(COUNTED, marker, limits=FEW))
    assert (ending.status, ending.stdout) == (0, b"stopped True\n")


@cases(
    Case(
        number=1,
        what="fork bomb",
        program=FORK_BOMB,
        says="refused True\n",
        limits=FEW,
        beside=True,
    ),
    Case(
        number=2,
        what="thread bomb",
        program=THREAD_BOMB,
        says="can't start new thread True\n",
        limits=FEW,
        beside=True,
    ),
    Case(
        number=3,
        what="four times the memory",
        program="import time; x = bytearray(256 << 20); time.sleep(30)",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=3,
        what="four times the memory, in a child of a thread",
        program=BY_A_THREADS_CHILD,
        stopped="memory",
        limits=SMALL,
    ),
    Case(
        number=4,
        what="shared memory without a name",
        program="import mmap, time; mmap.mmap(-1, 1 << 28).write(bytes(1 << 28)); time.sleep(30)",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=5,
        what="many memory files",
        program="many_memory_files.py",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=6,
        what="shared memory with a name",
        program="import time; open('/dev/shm/x', 'wb').write(bytes(1 << 28)); time.sleep(30)",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=7,
        what="scratch space filled up to the limit of memory",
        program="import time; open('/tmp/x', 'wb').write(bytes(1 << 28)); time.sleep(30)",
        stopped="memory",
        limits=SMALL,
    ),
    *(
        Case(
            number=number,
            what=f"{place} filled",
            program=FILL.format(place=place),
            says=f"{place} ENOSPC\n",
            limits=SMALL_DISK,
            beside=True,
        )
        for number, place in ((7, "/tmp/x"), (8, "/home/crib/x"))  # noqa: S108 -- in the pod
    ),
    Case(
        number=9,
        what="files in /dev",
        program="from seen import tell; tell('write', lambda: open('/dev/x', 'wb'))",
        says="write EROFS\n",
    ),
    Case(
        number=10,
        what="inode flood",
        program="inode_flood.py",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=11,
        what="detached System V memory",
        program="system_v.py",
        says=answers("shmget EPERM", "msgget EPERM", "semget EPERM"),
    ),
    Case(
        number=12,
        what="buffers of sockets",
        program="socket_buffers.py",
        stopped="memory",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=12,
        what="buffers of pipes",
        program="pipe_buffers.py",
        says="open EMFILE\nheld at most 64 MiB: True\n",
        limits=SMALL,
        beside=True,
    ),
    Case(
        number=13,
        what="a file of 1 EiB without content",
        program="from seen import tell\n"
        "tell('truncate', lambda: open('/tmp/x', 'wb').truncate(1 << 60))",
        says="truncate EFBIG\n",
    ),
    Case(
        number=101,
        what="all pseudo-terminals",
        program="terminals.py",
        says="first ENOSPC\nopened 64\n",
        beside=True,
    ),
    Case(
        number=102,
        what="sync storm",
        program="sync_storm.py",
        says="50000 times in 10 s: True\n",
        beside=True,
    ),
)
def test_taking_all(case: Case, marker: str) -> None:
    """It gets what it may have and no more, and its neighbour gets its own."""
    face(case, marker)

"""Hostile programs for tests: each a value, run in a real pod, beside a well-behaved run.

`docs/hostile.md` lists them all by their numbers.
"""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from rooms import room
from toolcrib.app.settings import cache_folder
from toolcrib.model.value import Value
from toolcrib.verify import kernel
from toolcrib.verify.cgroup import launcher_of
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_all
from toolcrib.verify.room import MIB, Ending, Limits, Room

T = TypeVar("T", bound=Callable[..., None])

PROGRAMS = Path(__file__).with_name("verify") / "hostile" / "programs"
SHORT = Limits(wall=1)
SMALL = Limits(memory=64 * MIB)

# Slots of these tests alone, so that what else runs on this machine has other users.
_FIRST_SLOT = 100 + os.getpid() % 140 * 2
SLOTS = (_FIRST_SLOT, _FIRST_SLOT + 1)
# The users of these slots on this machine, and that of all others: see `holder.py`.
_IS_ROOT = os.geteuid() == 0
_USERS = frozenset(60600 + s for s in SLOTS) if _IS_ROOT else frozenset({os.getuid()})
_MOUNT_POINTS = re.compile(r"/tmp(/\d+|/terminals-\d)?|/(newroot|oldroot)(/.*)?")  # noqa: S108 -- where it looks
"""Where a holder and bubblewrap mount; what else is mounted meanwhile is not theirs."""


class Case(Value, frozen=True, kw_only=True):
    """A hostile program, and what must come of it.

    The program is a text, or the name of a file in `programs/`. `says` is its whole standard
    output, `complains` a part of its standard error, which is empty without it. With `beside` a
    neighbour must do well at the same time. `control` says that it does no harm outside a pod:
    there its output must differ, or this kernel cannot show the case. `more` are fields of the
    room.
    """

    number: int
    what: str
    program: str
    says: str = ""
    complains: str = ""
    stopped: str = ""
    status: int = 0
    limits: Limits = Limits(wall=20)
    beside: bool = False
    control: bool = False
    pictures: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    unfit: dict[str, str] = {}  # noqa: RUF012 -- the same
    more: dict[str, Any] = {}  # noqa: RUF012 -- the same

    def __str__(self) -> str:
        """Return its name among the tests."""
        return f"{self.number} {self.what}"


def cases(*listed: Case) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each case."""
    return pytest.mark.parametrize("case", listed, ids=str)


def case(number: int, what: str) -> Callable[[T], T]:
    """Mark a test that is a case by itself; nothing of it may be left either."""

    def marked(test: T) -> T:
        test.case = (number, what)  # type: ignore[attr-defined]
        return pytest.mark.usefixtures("marker")(test)

    return marked


def answers(*lines: str) -> str:
    """Return the output that has these lines."""
    return "".join(f"{line}\n" for line in lines)


def face(case: Case, marker: str) -> Ending:
    """Run a case in a pod, see that all is as it says, and return how it ended."""
    if case.control:
        _need_a_difference(case, marker)
    job = attack(case.program, marker, limits=case.limits, **case.more)
    ending = ended_beside(job) if case.beside else ended_in_slot(job)
    what = (ending.stopped, ending.status if not ending.stopped else 0)
    assert what == (case.stopped, case.status), ending
    if case.stopped != "output":
        assert ending.stdout.decode("utf-8", "backslashreplace") == case.says, ending
    assert case.complains.encode() in ending.stderr
    assert case.complains or case.stopped or not ending.stderr, ending
    assert (ending.pictures, ending.unfit) == (case.pictures, case.unfit)
    return ending


def attack(program: str, *args: str, **fields: object) -> Room:
    """Return the room of a hostile program, which finds `seen.py` and `talk.py` beside it."""
    files = {name: _code(name).encode() for name in ("seen.py", "talk.py")}
    return room(_code(program), *args, files=files, **fields)


def _code(program: str) -> str:
    return (PROGRAMS / program).read_text("utf-8") if program.endswith(".py") else program


def _work(job: Room, slot: int) -> bytes:
    return msgspec.json.encode(run_in_pod(job, SLOTS[slot]))


def ended_together(*jobs: Room) -> list[Ending]:
    """Run rooms, two at the same time, in slots of these tests; return the endings in order."""
    endings = {}
    for place, answer in run_all(
        range(len(jobs)), lambda place, slot: _work(jobs[place], slot), len(SLOTS)
    ):
        assert isinstance(answer, bytes), answer
        endings[place] = msgspec.json.decode(answer, type=Ending)
    return [endings[place] for place in range(len(jobs))]


def ended_in_slot(job: Room) -> Ending:
    """Run one room."""
    (ending,) = ended_together(job)
    return ending


def ended_beside(job: Room) -> Ending:
    """Run a room beside a well-behaved one, and see that this one is not disturbed."""
    ending, neighbour = ended_together(job, attack("neighbour.py"))
    assert (neighbour.stopped, neighbour.status, neighbour.stdout, neighbour.stderr) == (
        *("", 0, b"all is well\n", b""),
    ), neighbour
    return ending


def outside(program: str, *args: str) -> str:
    """Run a program on this machine, in a folder of its own, and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("seen.py", _code("seen.py")), ("program.py", _code(program))):
            Path(folder, name).write_text(text, "utf-8")
        command = [this_interpreter().path, "program.py", *args]
        done = subprocess.run(
            command, cwd=folder, env={}, check=False, capture_output=True, timeout=20, text=True
        )
        return done.stdout


def _need_a_difference(case: Case, marker: str) -> None:
    said = outside(case.program, marker)
    if said == case.says:
        words = "; ".join(said.splitlines())
        pytest.skip(f"this kernel cannot show it: outside a pod the answer is the same ({words})")


def users() -> frozenset[int]:
    """Return the kernel's uids that runs in the slots of these tests have."""
    return _USERS


def traces(marker: str) -> frozenset[str]:
    """Return what runs with this marker or in our slots have on this machine at this moment."""
    return frozenset(
        (
            *(f"process {line}" for line in _processes(marker)),
            *(f"child {pid}" for pid in kernel.children(os.getpid())),
            *(f"descriptor {name}" for name in os.listdir("/proc/self/fd")),  # noqa: PTH208 -- no stat
            *(f"file {path}" for path in _files()),
            *(f"mount {point}" for point in _mounts()),
            *(f"System V {line}" for line in _system_v()),
            *(f"socket {line}" for line in _lines("/proc/net/unix") if f"@{marker}" in line),
            *(f"cgroup {folder}" for folder in _cgroups(marker)),
        )
    )


def left_behind(before: frozenset[str], marker: str, seconds: float = 0) -> frozenset[str]:
    """Return the traces that were not there before and do not go away in some seconds."""
    deadline = time.monotonic() + seconds
    while (left := traces(marker) - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    return left


def _processes(marker: str) -> Iterator[str]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            is_ours = _IS_ROOT and folder.stat().st_uid in _USERS
            # One that has ended, and only waits for the machine's first process to take note.
            has_ended = (folder / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
        except OSError:
            continue
        if (is_ours or marker in line) and not has_ended and int(folder.name) != os.getpid():
            yield f"{folder.name} {line}"


def _files() -> Iterator[Path]:
    folders = [*map(Path, ("/tmp", "/var/tmp", "/dev/shm"))]  # noqa: S108 -- where it looks
    if _IS_ROOT:
        # A plain user's runs have the user who fills the cache.
        folders += [cache_folder().value, *cache_folder().value.glob("*/")]
    for folder in filter(Path.is_dir, folders):
        for path in folder.iterdir():
            try:
                if path.lstat().st_uid in _USERS:
                    yield path
            except OSError:
                continue


def _mounts() -> list[str]:
    points = (line.split()[4] for line in _lines("/proc/self/mountinfo"))
    return [point for point in points if _MOUNT_POINTS.fullmatch(point)]


def _system_v() -> Iterator[str]:
    for kind in ("shm", "msg", "sem"):
        head, *rows = _lines(f"/proc/sysvipc/{kind}")
        owner = head.split().index("uid")
        yield from (f"{kind} {row}" for row in rows if int(row.split()[owner]) in _USERS)


def _cgroups(marker: str) -> Iterator[str]:
    for folder, _, _ in os.walk("/sys/fs/cgroup"):
        launcher = launcher_of(Path(folder).name)
        if marker in folder or (launcher and not Path(f"/proc/{launcher}").exists()):
            yield folder


def _lines(path: str) -> list[str]:
    return Path(path).read_text("utf-8", "replace").splitlines()

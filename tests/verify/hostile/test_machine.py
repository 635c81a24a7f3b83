"""Whom a run is on this machine, machines on which none may take place, and full disks."""

import contextlib
import ctypes
import errno
import io
import json
import os
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from attacks import SLOTS, attack, case, users
from rooms import room
from small import write_catalog
from toolcrib.cli import run_command_line
from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.verify import kernel, seccomp, syscalls
from toolcrib.verify.closed import ClosedProcess, Given, bwrap_program
from toolcrib.verify.pod import run_in_pod, try_room
from toolcrib.verify.pool import run_all, run_one
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.sandbox import Closed
from toolcrib.verify.systems import host_system

pytestmark = pytest.mark.pod

MACHINE = os.uname().machine


def people_below(pid: int) -> set[int]:
    """Return the kernel's uids of a process and all below it: real, effective, saved, of files."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
    (uids,) = (line.split()[1:] for line in lines if line.startswith("Uid:"))
    return set(map(int, uids)).union(*map(people_below, kernel.children(pid)))


def look_at_the_pod(marker: str) -> bytes:
    """Wait for a program with a marker, and return the uids of all processes of its pod."""
    for _ in range(400):
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if marker.encode() in path.read_bytes().split(b"\0"):
                    return json.dumps(
                        sorted(people_below(holder_of(int(path.parent.name))))
                    ).encode()
        time.sleep(0.02)
    return b"never seen"


def holder_of(pid: int) -> int:
    """Return the process that made a pod: the first above one of it in the next pid namespace."""
    while True:
        status = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
        (place,) = (line.split()[1:] for line in status if line.startswith("NSpid:"))
        (parent,) = (int(line.split()[1]) for line in status if line.startswith("PPid:"))
        if len(place) == len(own_pids()) + 1 and place[-1] == "1":
            return pid
        pid = parent


def own_pids() -> list[str]:
    """Return the pids of this process, one for each namespace that it is in."""
    status = Path("/proc/self/status").read_text("utf-8").splitlines()
    (pids,) = (line.split()[1:] for line in status if line.startswith("NSpid:"))
    return pids


@case(97, "launcher is root")
def test_no_user_of_this_machine(marker: str) -> None:
    """No process of a pod has the kernel's uid 0 or any right, not even when root runs it."""
    assert os.geteuid() in people_below(os.getpid())
    program = """
import sys, time
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("Cap")])
time.sleep(2)
"""
    job = attack(program, marker)

    def work(what: str, _: int) -> bytes:
        return look_at_the_pod(marker) if what == "look" else run_in_pod(job, SLOTS[0]).stdout

    said = dict(run_all(["pod", "look"], work, 2))
    assert said["pod"] == f"{['0' * 16] * 5}\n".encode()
    assert set(json.loads(said["look"])) <= users()
    assert 0 not in json.loads(said["look"])


@case(97, "bubblewrap started as root")
def test_root_makes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is root starts no bubblewrap, whoever calls it."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    nowhere = Closed(mounts=(), files=(), environment={}, scratch=4096)
    given = Given(seccomp=seccomp.seccomp_filter(), leaf=None)
    with pytest.raises(RefusedError, match="no closed room is made as root"):
        ClosedProcess(nowhere, ("true",), given)


def take_filter(program: bytes) -> None:
    """Have the kernel judge this process's calls, and its children's, by a filter (seccomp(2))."""
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program)
    pointer = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer))
    assert libc.prctl(38, 1, 0, 0, 0) == 0  # PR_SET_NO_NEW_PRIVS
    assert libc.prctl(22, 2, pointer, 0, 0) == 0  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


def forbid_user_namespaces() -> None:
    """Be on a machine that keeps user namespaces from its users, as Ubuntu's does."""
    numbers = syscalls.NUMBERS[MACHINE]
    steps = (
        (0x20, 0, 0, 0),  # the number of the call
        (0x15, 2, 0, numbers["clone"]),
        (0x15, 1, 0, numbers["unshare"]),
        (0x06, 0, 0, 0x7FFF0000),
        (0x20, 0, 0, 16),  # its first argument
        (0x45, 0, 1, kernel.CLONE_NEWUSER),
        (0x06, 0, 0, 0x50000 | errno.EPERM),
        (0x06, 0, 0, 0x7FFF0000),
    )
    take_filter(b"".join(struct.pack("<HBBI", *step) for step in steps))


def be_in_a_container() -> None:
    """Be where no namespaces can be made and nothing be mounted, as in most containers."""
    take_filter(seccomp.seccomp_filter())


def hide_bubblewrap() -> None:
    """Be on a machine without bubblewrap."""
    os.environ["PATH"] = "/nowhere"  # noqa: TID251 -- of a process of its own
    bwrap_program.cache_clear()


@case(96, "no bubblewrap, no user namespaces, in a container")
@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (hide_bubblewrap, "bubblewrap is not installed"),
        (forbid_user_namespaces, "namespace|does not let a closed room be made"),
        (be_in_a_container, "does not let a closed room be made: .*not permitted"),
    ],
)
def test_refused(marker: str, prepare: Callable[[], None], reason: str) -> None:
    """Without a pod nothing runs, and it is said why; a solution least of all."""
    job = attack("print('it ran')", marker)

    def try_it(_: None, slot: int) -> bytes:
        prepare()
        return try_room(host_system(), SLOTS[slot])

    def run_it(_: None, slot: int) -> bytes:
        prepare()
        ending = run_in_pod(job, SLOTS[slot])
        assert (ending.stopped, ending.stdout) == ("start", b"")
        raise RefusedError(ending.reason)

    for work in (try_it, run_it):
        with pytest.raises(ToolcribError, match=reason):
            run_one(None, work)


def on_a_small_disk(folder: Path, act: Callable[[], bytes]) -> bytes:
    """Do something in a process that sees a disk of 128 KiB in the place of a folder."""
    folder.mkdir()

    def work(_: None, __: int) -> bytes:
        uid, gid = os.geteuid(), os.getegid()
        kernel.unshare(kernel.CLONE_NEWNS | (kernel.CLONE_NEWUSER if uid else 0))
        if uid:
            for name, text in (
                ("setgroups", "deny"),
                ("uid_map", f"{uid} {uid} 1"),
                ("gid_map", f"{gid} {gid} 1"),
            ):
                Path("/proc/self", name).write_text(text)
        kernel.make_mounts_private()
        kernel.mount_tmpfs(str(folder), "mode=0755,size=128k")
        return act()

    answer = run_one(None, work)
    assert list(folder.iterdir()) == []
    return answer


def fill(folder: Path) -> Path:
    """Write a file that takes all the room there is."""
    path = folder / "filler"
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return path


@case(100, "disk of the host full: the cache")
@pytest.mark.usefixtures("marker")
def test_full_cache(tmp_path: Path) -> None:
    """What a run needs in the cache is made in whole or not at all, and the fault names it."""
    cache = tmp_path / "cache"

    def act() -> bytes:
        with pytest.raises(OSError, match="No space left on device") as caught:
            runner_folder(cache, host_system())
        assert str(caught.value.filename).startswith(str(cache / "runner"))
        return json.dumps([path.name for path in cache.rglob("*")]).encode()

    assert json.loads(on_a_small_disk(cache, act)) == ["runner"]


@case(100, "disk of the host full: the receipts")
def test_full_receipts(tmp_path: Path) -> None:
    """Receipts are never half written: on a full disk the old ones stay, and it is said so."""
    catalog = write_catalog(
        tmp_path, {"add": ("json", "import json\nprint(json.loads('[2]'))\n", "[2]\n")}
    )
    python = room("").interpreter.version
    receipts = tmp_path / "receipts"

    def verify() -> tuple[int, str]:
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            command = ["verify", "--again", "--catalog", str(catalog), "--python", python]
            return run_command_line(command), said.getvalue()

    def act() -> bytes:
        done = [verify()]
        (file,) = receipts.glob("std/*.jsonl")
        before = file.read_bytes()
        assert json.loads(before.splitlines()[0])["outcome"] == "passed"
        filler = fill(receipts)
        done.append(verify())
        assert file.read_bytes() == before
        assert sorted(path.name for path in receipts.glob("**/*")) == ["filler", file.name, "std"]
        filler.unlink()
        done.append(verify())
        return json.dumps(done).encode()

    first, full, last = json.loads(on_a_small_disk(receipts, act))
    assert (first[0], full[0], last[0]) == (0, 3, 0), (first, full, last)
    assert "No space left on device" in full[1]
    assert "Traceback" not in full[1]

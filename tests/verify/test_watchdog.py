"""What a room takes in memory, counted from outside."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from toolcrib.verify import watchdog
from toolcrib.verify.buffers import socket_memory
from toolcrib.verify.room import MIB


def fill(here: socket.socket) -> None:
    """Send until nothing more is taken."""
    here.setblocking(False)  # noqa: FBT003 -- its only argument
    try:
        while True:
            here.send(bytes(1 << 16))
    except BlockingIOError:
        return


def test_buffers_of_unix_sockets() -> None:
    """What was sent and not yet taken is counted while it is under way, and no longer."""
    before = socket_memory()
    pairs = [socket.socketpair() for _ in range(20)]
    for here, _ in pairs:
        fill(here)
    held = socket_memory() - before
    for here, there in pairs:
        here.close()
        there.close()
    assert held > 20 * 100_000
    assert socket_memory() - before < held / 2


def test_buffers_of_tcp() -> None:
    """The same of a connection over the loopback."""
    before = socket_memory()
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as here,
        server.accept()[0],
    ):
        fill(here)
        assert socket_memory() - before > MIB


def test_memory_of_a_process() -> None:
    """A process that takes memory of any kind is seen to have it."""
    code = """
import os, sys
kept = bytearray(b"x") * (20 << 20)
os.write(os.memfd_create("kept"), bytes(10 << 20))
print("ready", flush=True)
sys.stdin.read()
"""
    command = [sys.executable, "-I", "-S", "-c", code]
    # A fresh one: of what a fork shares with its parent a kernel may take something back meanwhile.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        held = watchdog.memory_of(process.pid)
        process.communicate()
    assert 30 * MIB <= held <= 70 * MIB


def test_disk_of_the_host_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process sees itself is no scratch space of a room that is not furnished yet."""
    full = os.statvfs_result((4096, 4096, 1 << 40, 0, 0, 0, 0, 0, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda _: full)
    assert watchdog.memory_of(os.getpid()) < 4096 << 40


@pytest.mark.parametrize(("free", "exhausted"), [(100, False), (3, True)])
def test_what_the_machine_has_left(
    monkeypatch: pytest.MonkeyPatch, free: int, *, exhausted: bool
) -> None:
    """A machine with less than one part in thirty-two free has hardly any memory left."""
    lines = ["MemTotal: 100 kB", "MemFree: 1 kB", f"MemAvailable: {free} kB"]
    monkeypatch.setattr(watchdog, "_lines", lambda _: lines)
    assert watchdog.is_exhausted() is exhausted


def test_unknown_memory_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel does not tell, nobody is ended."""
    monkeypatch.setattr(watchdog, "_lines", lambda _: [])
    assert not watchdog.is_exhausted()
    assert Path("/proc/meminfo").exists()

"""The few system calls of the pod that Python 3.11 has no function for (Linux only).

Numbers and flags are those of the kernel's headers: `sched.h`, `mount.h`, `prctl.h`, `if.h`.
"""

import contextlib
import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

CLONE_NEWNS = 0x00020000
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000

_MS_BIND = 0x1000
_MS_REC = 0x4000
_MS_PRIVATE = 0x40000

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36

_SIOCGIFFLAGS = 0x8913
_SIOCSIFFLAGS = 0x8914
_IFF_UP = 0x1

_libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    """Leave the namespaces named by `CLONE_NEW*` flags for new ones.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.unshare(flags), "unshare")


def bind(descriptor: int, target: str) -> None:
    """Mount what an open descriptor points to over a target of this mount namespace.

    Raises:
        OSError: The kernel does not allow it.
    """
    source = f"/proc/self/fd/{descriptor}".encode()
    flags = ctypes.c_ulong(_MS_BIND | _MS_REC)
    _checked(_libc.mount(source, target.encode(), None, flags, None), f"mount {target}")


def mount_tmpfs(target: str, options: str) -> None:
    """Mount an empty file system in memory over a target.

    Raises:
        OSError: The kernel does not allow it.
    """
    result = _libc.mount(b"tmpfs", target.encode(), b"tmpfs", ctypes.c_ulong(0), options.encode())
    _checked(result, f"mount {target}")


def make_mounts_private() -> None:
    """Let no mount of this namespace reach the one it was copied from.

    Raises:
        OSError: The kernel does not allow it.
    """
    flags = ctypes.c_ulong(_MS_REC | _MS_PRIVATE)
    _checked(_libc.mount(None, b"/", None, flags, None), "mount --make-rprivate /")


def die_with_parent() -> None:
    """Ask to be killed when the parent ends; a change of uid forgets it, so ask again then.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")


def adopt_orphans() -> None:
    """Become the parent of descendants whose parent ends, so that they can be waited for.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl")


def children(pid: int) -> tuple[int, ...]:
    """Return the children of a process, of all its threads; none when it is gone."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += path.read_text(encoding="ascii").split()
    return tuple(map(int, found))


def allowed(name: str, wanted: int) -> int:
    """Return a limit as wanted, or lower where the caller's own hard limit is lower.

    The name is that of the `RLIMIT_…` constant, in lower case.
    """
    _, hard = resource.getrlimit(getattr(resource, f"RLIMIT_{name.upper()}"))
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def raise_loopback() -> None:
    """Bring up the loopback interface of this network namespace.

    Raises:
        OSError: The kernel does not allow it.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        request = struct.pack("16sh14x", b"lo", 0)
        name, flags = struct.unpack("16sh14x", fcntl.ioctl(probe, _SIOCGIFFLAGS, request))
        fcntl.ioctl(probe, _SIOCSIFFLAGS, struct.pack("16sh14x", name, flags | _IFF_UP))


def memory_file(data: bytes) -> int:
    """Return a descriptor of an anonymous file in memory that holds the data, at its start."""
    descriptor = os.memfd_create("crib")
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.lseek(descriptor, 0, os.SEEK_SET)
    return out_of_the_way(descriptor)


def out_of_the_way(descriptor: int) -> int:
    """Move a descriptor to a number of two digits: those of one digit are what a shell can name."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved


@contextlib.contextmanager
def numbered(descriptor: int, number: int) -> Iterator[None]:
    """Let a descriptor have another number for a while, whoever has that number now."""
    try:
        before = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 10)
    except OSError:
        before = -1
    os.dup2(descriptor, number)
    try:
        yield
    finally:
        if before >= 0:
            os.dup2(before, number, inheritable=False)
            os.close(before)
        else:
            os.close(number)

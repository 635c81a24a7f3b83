"""The few system calls of the pod that Python 3.11 has no function for (Linux only).

Numbers and flags are those of the kernel's headers: `sched.h`, `mount.h`, `prctl.h`, `if.h`.
"""

import contextlib
import ctypes
import fcntl
import os
import resource
import select
import signal
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

CLONE_NEWNS = 0x00020000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

_MS_NOSUID = 0x2
_MS_NODEV = 0x4
_MS_NOEXEC = 0x8
_MS_BIND = 0x1000
_MS_REC = 0x4000
_MS_PRIVATE = 0x40000

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
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


def enter_network(descriptor: int) -> None:
    """Enter the network namespace that an open descriptor stands for.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.setns(descriptor, CLONE_NEWNET), "setns")


def own_proc_files() -> None:
    """Own one's files in `/proc` again, which a change of uid has given to root (proc(5)).

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")


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
    _mount("tmpfs", target, _MS_NOSUID | _MS_NODEV, options)


def mount_processes(target: str) -> None:
    """Mount the files of the processes of this process's pid namespace over a target.

    Raises:
        OSError: The kernel does not allow it.
    """
    _mount("proc", target, _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, "")


def mount_terminals(target: str, *, most: int) -> None:
    """Mount pseudo-terminals of their own over a target, and never more than some at a time.

    Raises:
        OSError: The kernel does not allow it.
    """
    options = f"newinstance,ptmxmode=0666,mode=620,max={most}"
    _mount("devpts", target, _MS_NOSUID | _MS_NOEXEC, options)


def _mount(kind: str, target: str, flags: int, options: str) -> None:
    name = kind.encode()
    result = _libc.mount(name, target.encode(), name, ctypes.c_ulong(flags), options.encode())
    _checked(result, f"mount {target}")


def make_mounts_private() -> None:
    """Let no mount of this namespace reach the one it was copied from.

    Raises:
        OSError: The kernel does not allow it.
    """
    flags = ctypes.c_ulong(_MS_REC | _MS_PRIVATE)
    _checked(_libc.mount(None, b"/", None, flags, None), "mount --make-rprivate /")


def file_system(path: str) -> int:
    """Return the type of the file system at a place, as one of the numbers of `magic.h`.

    Raises:
        OSError: There is nothing.
    """
    # The type is the first of the fields, as long as a machine word; statfs(2).
    answer = (ctypes.c_ulong * 32)()
    _checked(_libc.statfs(path.encode(), ctypes.byref(answer)), f"statfs {path}")
    return int(answer[0])


def is_root_of_machine() -> bool:
    """Tell whether this process has the kernel's uid 0, and not only that of a namespace."""
    words = Path("/proc/self/uid_map").read_text(encoding="utf-8").split()
    return os.geteuid() == 0 and words[:2] == ["0", "0"]


def this_process() -> int:
    """Return a descriptor of the calling process, which a child takes to die with it."""
    return os.pidfd_open(os.getpid())


def die_with_parent() -> None:
    """Ask to be killed when the parent ends; a change of uid forgets it, so ask again then.

    Who asks after the parent's end is told of nothing.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")


def die_with(parent: int) -> None:
    """Ask to be killed when the parent ends; where it has ended already, end at once.

    Args:
        parent: The parent's own descriptor, as `this_process` gave it there.

    Raises:
        OSError: The kernel does not allow it.
    """
    die_with_parent()
    if select.select([parent], [], [], 0)[0]:
        os._exit(1)


def go_on_as_first_process() -> int:
    """Go on in a child, and let the calling process wait for it and end as it does.

    After `unshare(CLONE_NEWPID)` that child is the first process of its namespace: when it ends,
    however that comes about, the kernel ends all others in it, whatever they are at
    (pid_namespaces(7)). Returns the waiting process's descriptor, for `die_with`.

    Raises:
        OSError: The kernel does not allow it.
    """
    parent = this_process()
    child = os.fork()
    if child == 0:
        die_with(parent)
        return parent
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def adopt_orphans() -> None:
    """Become the parent of descendants whose parent ends, so that they can be waited for.

    Raises:
        OSError: The kernel does not allow it.
    """
    _checked(_libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl")


def children(pid: int) -> tuple[int, ...]:
    """Return the children of a process, of all its threads; none when it is gone."""
    found = []
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += (thread / "children").read_text(encoding="utf-8").split()
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

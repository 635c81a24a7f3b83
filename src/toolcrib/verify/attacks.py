"""A program that tries, without doing any harm, to get out of the room that it is in.

It is a script, not part of the package: `python attacks.py HOME`, HOME being the caller's home
outside. For each attempt it prints a line: `stopped` or `OPEN`, and what was tried; what is
unexpected goes into the line. It runs under any Python from 3.8 on.
"""

import ctypes
import errno
import os
import resource
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Numbers of x86-64: asm/unistd_64.h.
_UNSHARE, _MOUNT, _PTRACE, _ADD_KEY, _IO_URING_SETUP, _BPF = 272, 165, 101, 248, 425, 321
_NEW_USER = 0x10000000
_TIOCSTI = 0x5412
_PACKET, _VSOCK = 17, 40

_libc = ctypes.CDLL(None, use_errno=True)


def main() -> None:
    """Try all of it."""
    for what, stopped in ATTEMPTS.items():
        try:
            print("stopped" if stopped() else "OPEN", what)  # noqa: T201 -- its output is its result
        except Exception as fault:  # noqa: BLE001 -- whatever it was, it is told
            print(f"OPEN {what} ({type(fault).__name__}: {fault})")  # noqa: T201 -- the same


def can_write(*paths: str) -> bool:
    """Tell whether one of some files can be opened to be written."""
    for path in paths:
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError:
            continue
        return True
    return False


def can_list(folder: str) -> bool:
    """Tell whether a folder shows files; what leads to the interpreter is no file of the home."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return False
    return any(entry.is_file(follow_symlinks=False) for entry in entries)


def has_own_environment() -> bool:
    """Tell whether the first process shows no settings, or the room's own alone."""
    try:
        with open("/proc/1/environ", "rb") as file:
            names = {pair.partition(b"=")[0] for pair in file.read().split(b"\0") if pair}
    except PermissionError:
        return True
    return names <= {b"PATH", b"PWD"} | set(map(os.fsencode, os.environ))


def open_descriptors() -> "set[int]":
    """Return the descriptors that were handed down to this program."""
    return {int(name) for name in os.listdir("/proc/self/fd") if is_open(int(name))}


def is_open(descriptor: int) -> bool:
    """Tell whether a descriptor is open; that of the listing itself is not, any more."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def reach_out() -> None:
    """Try to reach an address that is reserved for documentation (RFC 5737)."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        connection.connect(("192.0.2.1", 80))


def ask_for_a_name() -> None:
    """Ask for a name that is reserved for tests (RFC 2606)."""
    socket.getaddrinfo("example.test", 80)


def open_socket(family: int) -> None:
    """Open a socket of a family."""
    socket.socket(family, socket.SOCK_STREAM).close()


def fails_with(attempt: "Callable[[], None]", *numbers: int) -> bool:
    """Tell whether an attempt fails with one of some error numbers."""
    try:
        attempt()
    except OSError as fault:
        return fault.errno in numbers
    return False


def is_refused(number: int, *arguments: object) -> bool:
    """Tell whether a system call is refused, or not there."""
    result = _libc.syscall(ctypes.c_long(number), *arguments)
    return result == -1 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS, errno.ENOSPC)


def pushes_nothing() -> bool:
    """Tell whether no character can be pushed into a terminal, whatever the high bits say."""
    return all(
        _libc.ioctl(0, ctypes.c_ulong(request), b"x") == -1 and ctypes.get_errno() == errno.EPERM
        for request in (_TIOCSTI, 0x100000000 + _TIOCSTI)
    )


def has_no_rights() -> bool:
    """Tell whether this process has no capability, gets none, and is filtered."""
    with open("/proc/self/status") as file:
        words = [line.split() for line in file]
    status = {line[0]: line[-1] for line in words if line}
    none = all(int(status[name], 16) == 0 for name in ("CapPrm:", "CapEff:", "CapAmb:"))
    return none and status["NoNewPrivs:"] == "1" and status["Seccomp:"] == "2"


ATTEMPTS: "dict[str, Callable[[], bool]]" = {
    "writing to the system": lambda: not can_write("/usr/probe", "/etc/probe", "/dev/probe"),
    "kernel settings": lambda: not can_write("/proc/sys/kernel/core_pattern"),
    "the caller's home": lambda: not can_list(sys.argv[1]),
    "the caller's environment": has_own_environment,
    "the caller's open files": lambda: open_descriptors() <= {0, 1, 2},
    "the network": lambda: fails_with(reach_out, errno.ENETUNREACH),
    "names of hosts": lambda: fails_with(ask_for_a_name, socket.EAI_AGAIN, socket.EAI_NONAME),
    "packet sockets": lambda: fails_with(lambda: open_socket(_PACKET), errno.EAFNOSUPPORT),
    "the hypervisor's sockets": lambda: fails_with(lambda: open_socket(_VSOCK), errno.EAFNOSUPPORT),
    "new user namespaces": lambda: is_refused(_UNSHARE, _NEW_USER),
    "mounts": lambda: is_refused(_MOUNT, None, b"/tmp", b"tmpfs", 0, None),
    "other processes' memory": lambda: is_refused(_PTRACE, 16, 1, None, None),
    "keyrings": lambda: is_refused(_ADD_KEY, b"user", b"probe", b"x", 1, -1),
    "io_uring": lambda: is_refused(_IO_URING_SETUP, 1, None),
    "kernel programs": lambda: is_refused(_BPF, 0, None, 0),
    "words in a terminal's mouth": pushes_nothing,
    "rights": has_no_rights,
    "endless processes": lambda: resource.getrlimit(resource.RLIMIT_NPROC)[1] > 0,
}

if __name__ == "__main__":
    main()

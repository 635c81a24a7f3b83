"""The system-call filter of the pod, as a BPF program made in Python.

Kept out are calls by which a program could reach what namespaces do not cover: keyrings, other
processes' memory, kernel extensions, new namespaces, the caller's terminal, odd socket families.
Instructions are of `linux/bpf_common.h` and `linux/seccomp.h`. The filter for aarch64 is written
from the kernel's tables and untried: it has been run in the interpreter of the tests only.
"""

import errno
import functools
import os
import struct

from toolcrib.errors import RefusedError
from toolcrib.verify import syscalls

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH_… of linux/audit.h
MACHINES = tuple(_ARCHITECTURES)
"""The machines that have a filter, as `uname -m` names them."""
UNTRIED = frozenset({"aarch64"})
"""Those whose filter no kernel has run yet."""
_X32_BIT = 0x40000000

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_BITS = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000

_NR, _ARCH, _ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data

_NEW_NAMESPACES = 0x7E020080  # CLONE_NEWNS … CLONE_NEWNET and CLONE_NEWTIME
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C  # put words in the mouth of whoever holds the terminal
_FAMILIES = (1, 2, 10, 16)  # AF_UNIX, AF_INET, AF_INET6, AF_NETLINK
_PACKETS = 17  # AF_PACKET
_PERSONALITIES = (0, 0xFFFFFFFF)  # PER_LINUX, and the question which one it is
_RUNNER = 1  # the pid of a solution's runner, whose limits would otherwise be the solution's to set

Instruction = tuple[int, int, int, int]


@functools.cache
def seccomp_filter(
    *,
    for_services: bool = False,
    packets: bool = False,
    privileged: bool = False,
    machine: str = "",
) -> bytes:
    """Return the filter as bubblewrap reads it: an array of `struct sock_filter`.

    Args:
        for_services: Whether it is for services, which may have System V memory.
        packets: Whether sockets may be that send and hear whole packets.
        privileged: Whether it is for a room that makes containers.
        machine: The machine as `uname -m` names it; without it, this one.

    Raises:
        RefusedError: There is no filter for this machine.
    """
    machine = machine or os.uname().machine
    if machine not in _ARCHITECTURES:
        raise RefusedError(f"there is no filter of system calls for {machine} yet")
    numbers = syscalls.NUMBERS[machine]
    forbidden = syscalls.FORBIDDEN + (() if for_services else syscalls.DETACHED)
    if privileged:
        forbidden = tuple(name for name in forbidden if name not in syscalls.CONTAINERS)
    families = (*_FAMILIES, _PACKETS) if packets else _FAMILIES
    program: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
        (_LOAD, 0, 0, _NR),
        *(_when(_AT_LEAST, _X32_BIT, errno.ENOSYS) if machine == "x86_64" else ()),
        *_refused(numbers, syscalls.MISSING, errno.ENOSYS),
        *_refused(numbers, forbidden, errno.EPERM),
        *_refused(numbers, syscalls.NEEDLESS, 0),
        *([] if privileged else _no_namespaces(numbers)),
        *_by_argument(numbers, families),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in program)


def _no_namespaces(numbers: dict[str, int]) -> list[Instruction]:
    return _call(numbers["clone"], 0, _when(_BITS, _NEW_NAMESPACES, errno.EPERM))


def _by_argument(numbers: dict[str, int], families: tuple[int, ...]) -> list[Instruction]:
    known = _only(families, errno.EAFNOSUPPORT)
    # Only the low half of an ioctl's request counts for the kernel, so only that is looked at.
    terminal = _when(_EQUAL, _TIOCSTI, errno.EPERM) + _when(_EQUAL, _TIOCLINUX, errno.EPERM)
    return [
        *_call(numbers["ioctl"], 1, terminal),
        *_call(numbers["personality"], 0, _only(_PERSONALITIES, errno.EPERM)),
        *_call(numbers["prlimit64"], 0, _when(_EQUAL, _RUNNER, errno.EPERM)),
        *_call(numbers["socket"], 0, known),
        *_call(numbers["socketpair"], 0, known),
    ]


def _refused(numbers: dict[str, int], names: tuple[str, ...], error: int) -> list[Instruction]:
    """Answer calls with an error, or with success where that is 0, without doing them."""
    known = sorted(numbers[name] for name in names if name in numbers)
    return [step for number in known for step in _when(_EQUAL, number, error)]


def _when(test: int, value: int, error: int) -> list[Instruction]:
    """Refuse with an error when the loaded word passes a test."""
    return [(test, 0, 1, value), (_RETURN, 0, 0, _ERRNO | error)]


def _only(values: tuple[int, ...], error: int) -> list[Instruction]:
    """Refuse with an error when the loaded word is none of some values."""
    allowed: list[Instruction] = [
        (_EQUAL, len(values) - place, 0, value) for place, value in enumerate(values)
    ]
    return [*allowed, (_RETURN, 0, 0, _ERRNO | error)]


def _call(number: int, argument: int, block: list[Instruction]) -> list[Instruction]:
    """Judge one call by the low half of an argument; the call's number is loaded again after."""
    load = (_LOAD, 0, 0, _ARGUMENT + 8 * argument)
    inner = [load, *block, (_LOAD, 0, 0, _NR)]
    return [(_EQUAL, 0, len(inner), number), *inner]

"""The filter of system calls, run in a small machine of the same instructions."""

import errno
import struct

import pytest

from toolcrib.verify.seccomp import seccomp_filter

X86_64, I386 = 0xC000003E, 0x40000003
ALLOWED = 0x7FFF0000


def verdict(number: int, *arguments: int, arch: int = X86_64, services: bool = False) -> int:
    """Return what the filter answers to a call; the layout is that of struct seccomp_data."""
    padded = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("<IIQ6Q", number, arch, 0, *padded)
    program = list(struct.iter_unpack("<HBBI", seccomp_filter(for_services=services)))
    word, place = 0, 0
    while True:
        code, if_true, if_false, value = program[place]
        place += 1
        match code:
            case 0x20:
                word = struct.unpack_from("<I", data, value)[0]
            case 0x06:
                return value
            case 0x15:
                place += if_true if word == value else if_false
            case 0x35:
                place += if_true if word >= value else if_false
            case 0x45:
                place += if_true if word & value else if_false
            case _:
                pytest.fail(f"unknown instruction {code:#x}")


def refused(code: int) -> int:
    """Return the answer that makes a call fail with an error."""
    return 0x50000 | code


@pytest.mark.parametrize("number", [0, 1, 2, 9, 57, 59, 202, 257, 318, 334])
def test_everyday_calls_pass(number: int) -> None:
    """read, write, open, mmap, fork, execve, futex, openat, getrandom and rseq are free."""
    assert verdict(number) == ALLOWED


@pytest.mark.parametrize("number", [101, 165, 272, 308, 310, 161])
def test_forbidden_calls(number: int) -> None:
    """ptrace, mount, unshare, setns, process_vm_readv and chroot are refused."""
    assert verdict(number) == refused(errno.EPERM)


@pytest.mark.parametrize("number", [250, 321, 323, 425, 435])
def test_missing_calls(number: int) -> None:
    """keyctl, bpf, userfaultfd, io_uring and clone3 look as if the kernel had none."""
    assert verdict(number) == refused(errno.ENOSYS)


def test_other_calling_conventions() -> None:
    """Calls of i386 and of x32 have other numbers, so none of them passes."""
    assert verdict(1, arch=I386) == refused(errno.ENOSYS)
    assert verdict(1 | 0x40000000) == refused(errno.ENOSYS)


@pytest.mark.parametrize(
    ("family", "answer"),
    [
        (1, ALLOWED),
        (2, ALLOWED),
        (10, ALLOWED),
        (16, ALLOWED),
        (17, refused(errno.EAFNOSUPPORT)),
        (38, refused(errno.EAFNOSUPPORT)),
        (40, refused(errno.EAFNOSUPPORT)),
    ],
)
def test_socket_families(family: int, answer: int) -> None:
    """Unix, IPv4, IPv6 and netlink are free; packet, crypto and vsock are not."""
    assert verdict(41, family) == answer


def test_new_namespaces() -> None:
    """A thread may be made by clone, a user namespace may not."""
    assert verdict(56, 0x3D0F00) == ALLOWED
    assert verdict(56, 0x10000000) == refused(errno.EPERM)


@pytest.mark.parametrize("request_", [0x5412, 0x541C, 0x100005412])
def test_terminal_injection(request_: int) -> None:
    """Pushing characters into a terminal is refused, whatever the unused half of the word says."""
    assert verdict(16, 0, request_) == refused(errno.EPERM)


def test_shared_memory_for_services() -> None:
    """Only services get System V shared memory, which outlives its processes."""
    assert verdict(29) == refused(errno.EPERM)
    assert verdict(29, services=True) == ALLOWED

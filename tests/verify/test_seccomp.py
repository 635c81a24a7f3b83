"""The filters of system calls, run in a small machine of the same instructions."""

import errno
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.errors import RefusedError
from toolcrib.verify import machine as this_machine
from toolcrib.verify import syscalls
from toolcrib.verify.seccomp import MACHINES, seccomp_filter

X86_64, AARCH64, I386, ARM = 0xC000003E, 0xC00000B7, 0x40000003, 0x40000028
ARCHITECTURES = {"x86_64": X86_64, "aarch64": AARCH64}
ALLOWED = 0x7FFF0000
MOST_INSTRUCTIONS = 4096  # BPF_MAXINSNS

on_all = pytest.mark.parametrize("machine", MACHINES)


def verdict(
    number: int,
    *arguments: int,
    machine: str = "x86_64",
    arch: int | None = None,
    services: bool = False,
    **more: bool,
) -> int:
    """Return what the filter answers to a call; the layout is that of struct seccomp_data."""
    padded = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    arch = ARCHITECTURES[machine] if arch is None else arch
    data = struct.pack("<IIQ6Q", number, arch, 0, *padded)
    filter_ = seccomp_filter(for_services=services, machine=machine, **more)
    program = list(struct.iter_unpack("<HBBI", filter_))
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


def called(name: str, *arguments: int, machine: str, **more: bool) -> int:
    """Return what the filter of a machine answers to a call by its name."""
    return verdict(syscalls.NUMBERS[machine][name], *arguments, machine=machine, **more)


def refused(code: int) -> int:
    """Return the answer that makes a call fail with an error; of 0, succeed undone."""
    return 0x50000 | code


EVERYDAY = {
    "x86_64": (0, 1, 2, 9, 57, 59, 202, 257, 318, 334),
    "aarch64": (63, 64, 56, 222, 221, 98, 278, 293, 172, 260),
}


@on_all
def test_everyday_calls_pass(machine: str) -> None:
    """read, write, open, mmap, fork, execve, futex, getrandom, rseq and their like are free."""
    assert {verdict(number, machine=machine) for number in EVERYDAY[machine]} == {ALLOWED}


@on_all
def test_every_listed_call_is_answered(machine: str) -> None:
    """Each call that a machine has is answered as the list says in which it stands."""
    for names, error in (
        (syscalls.MISSING, errno.ENOSYS),
        (syscalls.FORBIDDEN, errno.EPERM),
        (syscalls.DETACHED, errno.EPERM),
        (syscalls.NEEDLESS, 0),
    ):
        known = [name for name in names if name in syscalls.NUMBERS[machine]]
        assert {called(name, machine=machine) for name in known} == {refused(error)}


def test_what_a_machine_does_not_have() -> None:
    """Only what belongs to the x86 processor is missing from the table of aarch64."""
    x86, arm = (set(syscalls.NUMBERS[machine]) for machine in ("x86_64", "aarch64"))
    assert x86 - arm == {"uselib", "modify_ldt", "iopl", "ioperm"}
    assert arm <= x86
    for machine in MACHINES:
        numbers = syscalls.NUMBERS[machine]
        assert len(set(numbers.values())) == len(numbers)


@given(st.integers(0, 0xFFFF_FFFF), st.sampled_from(MACHINES))
def test_only_listed_calls_are_touched(number: int, machine: str) -> None:
    """A call that is in no list passes, unless it has the numbers of x32."""
    listed = number in syscalls.NUMBERS[machine].values()
    x32 = machine == "x86_64" and number >= 0x40000000
    assert x32 or listed or verdict(number, machine=machine) == ALLOWED


@pytest.mark.parametrize(
    ("name", "number"),
    [("ptrace", 101), ("mount", 165), ("unshare", 272), ("setns", 308), ("keyctl", 250)],
)
def test_numbers_of_x86_64(name: str, number: int) -> None:
    """A few numbers as they stand in the manual; the pods try all of them on a real kernel."""
    assert syscalls.NUMBERS["x86_64"][name] == number


@pytest.mark.parametrize(
    ("name", "number"),
    [("ptrace", 117), ("mount", 40), ("unshare", 97), ("setns", 268), ("keyctl", 219)],
)
def test_numbers_of_aarch64(name: str, number: int) -> None:
    """A few numbers as they stand in the kernel's generic table."""
    assert syscalls.NUMBERS["aarch64"][name] == number


@pytest.mark.parametrize(("machine", "arch"), [("x86_64", I386), ("aarch64", ARM), ("aarch64", 0)])
def test_other_calling_conventions(machine: str, arch: int) -> None:
    """Calls of 32-bit programs have other numbers, so none of them passes."""
    assert verdict(1, machine=machine, arch=arch) == refused(errno.ENOSYS)


def test_x32() -> None:
    """Calls of x32 share the architecture of x86-64 and have a bit of their own."""
    assert verdict(1 | 0x40000000) == refused(errno.ENOSYS)


@on_all
@pytest.mark.parametrize("name", ["socket", "socketpair"])
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
def test_socket_families(machine: str, name: str, family: int, answer: int) -> None:
    """Unix, IPv4, IPv6 and netlink are free; packet, crypto and vsock are not."""
    assert called(name, family, machine=machine) == answer


@on_all
def test_new_namespaces(machine: str) -> None:
    """A thread may be made by clone, a namespace of any kind may not."""
    assert called("clone", 0x3D0F00, machine=machine) == ALLOWED
    for bit in (7, 17, *range(25, 31)):
        assert called("clone", 1 << bit, machine=machine) == refused(errno.EPERM)


@on_all
@pytest.mark.parametrize("request_", [0x5412, 0x541C, 0x100005412])
def test_terminal_injection(machine: str, request_: int) -> None:
    """Pushing characters into a terminal is refused, whatever the unused half of the word says."""
    assert called("ioctl", 0, request_, machine=machine) == refused(errno.EPERM)
    assert called("ioctl", 0, 0x5413, machine=machine) == ALLOWED


@on_all
def test_personality(machine: str) -> None:
    """Which personality it has may be asked, and none but the plain one taken."""
    for asked in (0, 0xFFFFFFFF):
        assert called("personality", asked, machine=machine) == ALLOWED
    for taken in (0x0040000, 0x0400000, 0x8):
        assert called("personality", taken, machine=machine) == refused(errno.EPERM)


@on_all
def test_limits_of_the_runner(machine: str) -> None:
    """A program sets its own limits, and not those of the first process, which is its runner."""
    assert called("prlimit64", 0, machine=machine) == ALLOWED
    assert called("prlimit64", 7, machine=machine) == ALLOWED
    assert called("prlimit64", 1, machine=machine) == refused(errno.EPERM)


@on_all
def test_system_v_memory_for_services(machine: str) -> None:
    """Only services get System V memory, which outlives its processes."""
    for name in syscalls.DETACHED:
        assert called(name, machine=machine) == refused(errno.EPERM)
        assert called(name, machine=machine, services=True) == ALLOWED


@on_all
def test_containers_need_their_calls(machine: str) -> None:
    """Who is root of a room may mount and make namespaces; nothing else is free to it."""
    for name in syscalls.CONTAINERS:
        assert called(name, machine=machine, privileged=True) == ALLOWED
    assert called("clone", 0x10000000, machine=machine, privileged=True) == ALLOWED
    for kept in {*syscalls.FORBIDDEN} - {*syscalls.CONTAINERS, "iopl", "ioperm"}:
        assert called(kept, machine=machine, privileged=True) == refused(errno.EPERM)


@on_all
def test_packets_are_free_where_they_are_asked_for(machine: str) -> None:
    """Only a room that may send packets has sockets for them, and none of other families."""
    assert called("socket", 17, machine=machine, packets=True) == ALLOWED
    assert called("socket", 40, machine=machine, packets=True) == refused(errno.EAFNOSUPPORT)


@on_all
def test_the_kernel_takes_it(machine: str) -> None:
    """It is no longer than the kernel allows, ends with an answer, and no jump leads out of it."""
    program = list(struct.iter_unpack("<HBBI", seccomp_filter(machine=machine)))
    assert len(program) < MOST_INSTRUCTIONS
    assert program[-1][0] == 0x06
    for place, (code, if_true, if_false, _) in enumerate(program):
        furthest = max(if_true, if_false) if code & 7 == 5 else 0
        assert place + 1 + furthest < len(program) or code == 0x06


def test_machine_without_a_filter() -> None:
    """A machine that has no filter is refused, by its name."""
    with pytest.raises(RefusedError, match="no filter of system calls for riscv64"):
        seccomp_filter(machine="riscv64")


@pytest.mark.pod
@pytest.mark.parametrize(
    ("name", "ok", "word"),
    [
        ("x86_64", True, "bubblewrap"),
        ("aarch64", True, "the filter of system calls for aarch64 is untried"),
        ("riscv64", False, "no system-call filter for riscv64 yet"),
    ],
)
def test_what_a_machine_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, *, ok: bool, word: str
) -> None:
    """Whoever asks what this machine can run hears of a filter that is missing or untried."""
    monkeypatch.setattr("platform.machine", lambda: name)
    fitness = this_machine.closed_rooms.__wrapped__()
    assert fitness.ok is ok
    assert word in fitness.detail
    assert ("untried" in fitness.detail) is (name == "aarch64")

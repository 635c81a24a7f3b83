"""The system-call filter of the pod, as a BPF program made in Python.

Kept out are calls by which a program could reach what namespaces do not cover: keyrings, other
processes' memory, kernel extensions, new namespaces, the caller's terminal, odd socket families.
Numbers are of `asm/unistd_64.h`, instructions of `linux/bpf_common.h`, `linux/seccomp.h`.
"""

import errno
import struct

_AUDIT_ARCH_X86_64 = 0xC000003E
_X32_BIT = 0x40000000

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_BITS = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000

_NR, _ARCH, _ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_SOCKET, _CLONE, _IOCTL = 41, 56, 16

# As if the kernel had been built without them: programs fall back or say so.
_MISSING = {
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "userfaultfd": 323,
    "bpf": 321,
    "perf_event_open": 298,
    "clone3": 435,  # its flags lie in memory, out of a filter's sight; libc falls back to clone
    "memfd_secret": 447,
    "fanotify_init": 300,
    "lookup_dcookie": 212,
    "nfsservctl": 180,
    "uselib": 134,
}

# Forbidden: there is no honest use for them in a solution.
_FORBIDDEN = {
    "ptrace": 101,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "process_madvise": 440,
    "kcmp": 312,
    "pidfd_getfd": 438,
    "unshare": 272,
    "setns": 308,
    "mount": 165,
    "umount2": 166,
    "pivot_root": 155,
    "chroot": 161,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "mount_setattr": 442,
    "open_by_handle_at": 304,
    "name_to_handle_at": 303,
    "init_module": 175,
    "finit_module": 313,
    "delete_module": 176,
    "kexec_load": 246,
    "kexec_file_load": 320,
    "reboot": 169,
    "swapon": 167,
    "swapoff": 168,
    "acct": 163,
    "quotactl": 179,
    "syslog": 103,
    "settimeofday": 164,
    "clock_settime": 227,
    "adjtimex": 159,
    "clock_adjtime": 305,
    "sethostname": 170,
    "setdomainname": 171,
    "iopl": 172,
    "ioperm": 173,
    "vhangup": 153,
}

# System V shared memory outlives its processes unseen by any limit of ours. Services may have it.
_DETACHED_MEMORY = {"shmget": 29}

_NEW_NAMESPACES = 0x7E020080  # CLONE_NEWNS … CLONE_NEWNET and CLONE_NEWTIME
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C  # put words in the mouth of whoever holds the terminal
_FAMILIES = (1, 2, 10, 16)  # AF_UNIX, AF_INET, AF_INET6, AF_NETLINK

Instruction = tuple[int, int, int, int]


def seccomp_filter(*, for_services: bool = False) -> bytes:
    """Return the filter for x86-64 as bubblewrap reads it: an array of `struct sock_filter`."""
    body: list[Instruction] = [(_LOAD, 0, 0, _NR), *_when(_AT_LEAST, _X32_BIT, errno.ENOSYS)]
    forbidden = _FORBIDDEN if for_services else _FORBIDDEN | _DETACHED_MEMORY
    for number in sorted(_MISSING.values()):
        body += _when(_EQUAL, number, errno.ENOSYS)
    for number in sorted(forbidden.values()):
        body += _when(_EQUAL, number, errno.EPERM)
    body += _call(_CLONE, 0, _when(_BITS, _NEW_NAMESPACES, errno.EPERM))
    # Only the low half of an ioctl's request counts for the kernel, so only that is looked at.
    terminal = _when(_EQUAL, _TIOCSTI, errno.EPERM) + _when(_EQUAL, _TIOCLINUX, errno.EPERM)
    body += _call(_IOCTL, 1, terminal)
    allowed: list[Instruction] = [
        (_EQUAL, len(_FAMILIES) - place, 0, family) for place, family in enumerate(_FAMILIES)
    ]
    body += _call(_SOCKET, 0, [*allowed, (_RETURN, 0, 0, _ERRNO | errno.EAFNOSUPPORT)])
    program: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, _AUDIT_ARCH_X86_64),
        (_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
        *body,
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in program)


def _when(test: int, value: int, error: int) -> list[Instruction]:
    """Refuse with an error when the loaded word passes a test."""
    return [(test, 0, 1, value), (_RETURN, 0, 0, _ERRNO | error)]


def _call(number: int, argument: int, block: list[Instruction]) -> list[Instruction]:
    """Judge one call by the low half of an argument; the call's number is loaded again after."""
    load = (_LOAD, 0, 0, _ARGUMENT + 8 * argument)
    inner = [load, *block, (_LOAD, 0, 0, _NR)]
    return [(_EQUAL, 0, len(inner), number), *inner]

"""Programs that ask the kernel for what leads out of a room."""

import pytest

from attacks import Case, answers, cases, face

pytestmark = pytest.mark.pod


def calls(*attempts: str, **more: object) -> dict[str, object]:
    """Return the program of a case, and what it says, from attempts and their errors."""
    lines = ["import ctypes, os, socket", "from seen import call, libc, tell"]
    said = []
    for attempt in attempts:
        what, _, rest = attempt.partition(" | ")
        act, _, error = rest.rpartition(" | ")
        lines.append(f"tell({what!r}, lambda: {act})")
        said.append(f"{what} {error}")
    return {"program": "\n".join(lines), "says": answers(*said), **more}


NAMESPACES = {
    "NEWTIME": 0x80,
    "NEWNS": 0x20000,
    "NEWCGROUP": 0x2000000,
    "NEWUTS": 0x4000000,
    "NEWIPC": 0x8000000,
    "NEWUSER": 0x10000000,
    "NEWPID": 0x20000000,
    "NEWNET": 0x40000000,
}

PROCESSES = """
import os
from seen import tell
print(sorted(int(n) for n in os.listdir("/proc") if n.isdigit()) == [1, os.getpid()])
for name in ("net", "user", "mnt", "pid"):
    own = os.open(f"/proc/self/ns/{name}", os.O_RDONLY)
    from seen import call
    tell("setns", lambda: call(308, own, 0))
    tell("link", lambda: os.readlink(f"/proc/1/ns/{name}"))
tell("ioctl NS_GET_PARENT", lambda: __import__("fcntl").ioctl(own, 0xB702))
tell("ioctl NS_GET_USERNS", lambda: __import__("fcntl").ioctl(own, 0xB701))
"""

CLONE = """
import os, signal
from seen import call, tell
def clone():
    child = call(56, 0x10000000 | signal.SIGCHLD, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
tell("clone", clone)
"""

SETUID = """
import os, subprocess, sys
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("NoNewPrivs")])
for program in ("su", "passwd", "mount", "newgrp", "chsh", "sudo"):
    path = f"/usr/bin/{program}"
    if os.path.exists(path) and os.stat(path).st_mode & 0o4000:
        child = subprocess.Popen([path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, start_new_session=True)
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        status = open(f"/proc/{child.pid}/status").read()
        users = [line.split()[1:] for line in status.splitlines() if line.startswith("Uid")]
        child.wait()
        print(users)
        break
"""

I386 = """
import ctypes, mmap
# mov $20, %eax; int $0x80; ret: getpid in the calling convention of i386.
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes.fromhex("b814000000cd80c3"))
place = ctypes.addressof(ctypes.c_char.from_buffer(code))
print("pid" if ctypes.CFUNCTYPE(ctypes.c_int)(place)() > 0 else "refused")
"""

TERMINAL = """
import ctypes, os, pty
from seen import call, tell
master, slave = pty.openpty()
for name, request in (("TIOCSTI", 0x5412), ("TIOCSTI", 0x100005412), ("TIOCLINUX", 0x541C)):
    tell(name, lambda: call(16, slave, request, ctypes.c_char_p(b"x")))
tell("/dev/tty", lambda: os.open("/dev/tty", os.O_RDWR))
"""


@cases(
    Case(
        number=51,
        what="ptrace",
        **calls("attach | call(101, 16, 1, 0, 0) | EPERM", "peek | call(101, 2, 99, 0, 0) | EPERM"),
        control=True,
    ),
    Case(
        number=52,
        what="process_vm_writev",
        **calls(
            "writev | call(311, os.getpid(), 0, 0, 0, 0, 0) | EPERM",
            "readv | call(310, os.getpid(), 0, 0, 0, 0, 0) | EPERM",
            "madvise | call(440, 0, 0, 0, 0, 0) | EPERM",
            "pidfd_getfd | call(438, os.pidfd_open(os.getpid()), 0, 0) | EPERM",
            "kcmp | call(312, os.getpid(), os.getpid(), 0, 0, 0) | EPERM",
        ),
        control=True,
    ),
    Case(
        number=53,
        what="unshare",
        **calls(*(f"{name} | call(272, {flag}) | EPERM" for name, flag in NAMESPACES.items())),
        control=True,
    ),
    Case(
        number=54, what="clone into namespaces", program=CLONE, says="clone EPERM\n", control=True
    ),
    Case(
        number=55,
        what="clone3",
        **calls("clone3 | call(435, 0, 0) | ENOSYS"),
        control=True,
    ),
    Case(
        number=56,
        what="mounts",
        **calls(
            "mount | call(165, b'none', b'/tmp', b'tmpfs', 0, 0) | EPERM",
            "remount | call(165, 0, b'/usr', 0, 0x21, 0) | EPERM",
            "umount | call(166, b'/proc', 2) | EPERM",
            "pivot_root | call(155, b'/', b'/') | EPERM",
            "chroot | os.chroot('/tmp') | EPERM",
            "open_tree | call(428, -100, b'/', 1) | EPERM",
            "move_mount | call(429, -100, b'/tmp', -100, b'/usr', 0) | EPERM",
            "fsopen | call(430, b'tmpfs', 0) | EPERM",
            "mount_setattr | call(442, -100, b'/usr', 0, 0, 0) | EPERM",
            "open_by_handle_at | call(304, 0, 0, 0) | EPERM",
        ),
    ),
    Case(
        number=57,
        what="namespaces of the holder",
        program=PROCESSES,
        says=answers("True", *["setns EPERM", "link EACCES"] * 4)
        + answers("ioctl NS_GET_PARENT EPERM", "ioctl NS_GET_USERNS EPERM"),
    ),
    Case(
        number=58,
        what="device nodes",
        **calls(
            "character | os.mknod('/tmp/mem', 0o20666, os.makedev(1, 1)) | EPERM",
            "block | os.mknod('/tmp/disk', 0o60666, os.makedev(8, 0)) | EPERM",
        ),
    ),
    Case(
        number=59,
        what="setuid program",
        program=SETUID,
        says="['1']\n[['1000', '1000', '1000', '1000']]\n",
    ),
    Case(
        number=60,
        what="keyrings",
        **calls(
            "keyctl | call(250, 0, -3, 0) | ENOSYS",
            "add_key | call(248, 0, 0, 0, 0, 0) | ENOSYS",
            "request_key | call(249, 0, 0, 0, 0) | ENOSYS",
        ),
        control=True,
    ),
    Case(
        number=61,
        what="io_uring",
        **calls(
            "setup | call(425, 1, ctypes.create_string_buffer(120)) | ENOSYS",
            "enter | call(426, -1, 0, 0, 0, 0, 0) | ENOSYS",
            "register | call(427, -1, 0, 0, 0) | ENOSYS",
            "io_setup | call(206, 1, 0) | ENOSYS",
        ),
        control=True,
    ),
    *(
        Case(number=62, what=what, **calls(f"{what} | {act} | ENOSYS"), control=True)
        for what, act in (
            ("bpf", "call(321, 0, 0, 0)"),
            ("perf_event_open", "call(298, 0, 0, 0, 0, 0)"),
            ("userfaultfd", "call(323, 1)"),
            ("memfd_secret", "call(447, 0)"),
            ("fanotify_init", "call(300, 0, 0)"),
            ("modify_ldt", "call(154, 0, 0, 0)"),
        )
    ),
    Case(number=63, what="i386", program=I386, says="refused\n", control=True),
    Case(
        number=63,
        what="x32",
        **calls("getpid | call(0x40000000 | 39) | ENOSYS"),
        control=True,
    ),
    Case(
        number=64,
        what="words put into a terminal",
        program=TERMINAL,
        says=answers(*["TIOCSTI EPERM"] * 2, "TIOCLINUX EPERM", "/dev/tty ENXIO"),
        control=True,
    ),
    Case(
        number=65,
        what="personality",
        **calls(
            "which | call(135, 0xFFFFFFFF) | done",
            "no random addresses | call(135, 0x40000) | EPERM",
            "all readable is executable | call(135, 0x400000) | EPERM",
        ),
        control=True,
    ),
)
def test_calls(case: Case, marker: str) -> None:
    """The kernel answers each attempt with the error that is named."""
    face(case, marker)

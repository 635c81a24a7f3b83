"""Programs that write where they may not, and read what is none of their business."""

import os
import socket
from pathlib import Path

import pytest

from attacks import Case, answers, attack, case, cases, ended_in_slot, face, outside

pytestmark = pytest.mark.pod

WRITES = """
import os, sys
from seen import tell
for folder in ("/", "/usr", "/usr/local", "/usr/bin", "/bin", "/lib", "/etc", "/opt", "/opt/runner",
               "/var", "/dev", "/proc"):
    tell(folder, lambda: open(folder + "/x", "wb"))
tell("interpreter", lambda: open(sys.base_prefix + "/x", "wb"))
for file in ("/etc/passwd", "/usr/bin/env"):
    tell(file, lambda: open(file, "ab"))
tell("mkdir", lambda: os.mkdir("/x"))
tell("remove", lambda: os.remove("/etc/passwd"))
tell("chmod", lambda: os.chmod("/usr/bin/env", 0o777))
"""

READS = """
import os, sys
from seen import tell
for place in ("/etc/shadow", "/etc/ssh", "/etc/machine-id", "/var/lib", "/sys", "/boot", "/srv",
              "/mnt", *sys.argv[2:]):
    tell("read", lambda: os.listdir(place) if os.path.isdir(place) else open(place))
"""

HOMES = """
import os, sys
for folder, folders, files in os.walk(sys.argv[2]):
    if folder.startswith(sys.base_prefix):
        continue
    print("".join(f"{file}\\n" for file in files), end="")
    folders[:] = [f for f in folders if sys.base_prefix.startswith(os.path.join(folder, f))]
"""

ENVIRONMENT = """
import os
from seen import tell
print(*sorted(os.environ), flush=True)
tell("environ of 1", lambda: open("/proc/1/environ").read())
print("hush" in open("/proc/self/environ").read() or "hush" in repr(os.environ))
"""

KERNEL_SETTINGS = """
import os
from seen import tell
tell("core_pattern", lambda: os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY))
opened = []
for folder, _, files in os.walk("/proc/sys"):
    for file in files:
        try:
            os.close(os.open(os.path.join(folder, file), os.O_WRONLY))
            opened.append(file)
        except OSError:
            pass
print(*opened)
print(bool(os.statvfs("/proc/sys").f_flag & os.ST_RDONLY))
"""

FIRST_PROCESS = """
import os
from seen import tell
for number in (1, os.getppid()):
    for name in ("mem", "environ", "maps", "pagemap", "auxv", "io", "stack", "syscall"):
        tell(name, lambda: open(f"/proc/{number}/{name}", "rb").read(1))
    tell("write to mem", lambda: open(f"/proc/{number}/mem", "r+b"))
    for name in ("root", "cwd", "exe"):
        tell(name, lambda: os.readlink(f"/proc/{number}/{name}"))
    for name in ("fd", "map_files", "ns"):
        tell(name, lambda: os.readlink(f"/proc/{number}/ns/net") if name == "ns"
             else os.listdir(f"/proc/{number}/{name}"))
"""
CLOSED_NAMES = (
    *("mem", "environ", "maps", "pagemap", "auxv", "io", "stack", "syscall", "write to mem"),
    *("root", "cwd", "exe", "fd", "map_files", "ns"),
)

KERNEL_FILES = """
import os
from seen import tell
for place, flags in (("/proc/sysrq-trigger", os.O_WRONLY), ("/proc/kcore", os.O_RDONLY),
                     ("/proc/kmsg", os.O_RDONLY), ("/dev/kmsg", os.O_RDONLY),
                     ("/dev/mem", os.O_RDONLY), ("/dev/kvm", os.O_RDWR)):
    try:
        os.open(place, flags)
        print(place)
    except OSError:
        pass
print(*sorted(os.listdir("/dev")))
"""


@cases(
    Case(
        number=34,
        what="each place of the host",
        program=WRITES,
        says=answers(
            *(f"{f} EROFS" for f in ("/", "/usr", "/usr/local", "/usr/bin", "/bin", "/lib")),
            *(f"{f} EROFS" for f in ("/etc", "/opt", "/opt/runner", "/var", "/dev")),
            *("/proc ENOENT", "interpreter EROFS"),
            *("/etc/passwd EROFS", "/usr/bin/env EACCES"),
            *("mkdir EROFS", "remove EROFS", "chmod EROFS"),
        ),
    ),
    Case(
        number=38,
        what="core_pattern and all of /proc/sys",
        program=KERNEL_SETTINGS,
        says="core_pattern EACCES\n\nTrue\n",
        control=True,
    ),
    Case(
        number=39,
        what="what /proc tells of the first process",
        program=FIRST_PROCESS,
        says=answers(*(f"{name} EACCES" for name in CLOSED_NAMES)) * 2,
    ),
    Case(
        number=40,
        what="sysrq, kcore, kmsg",
        program=KERNEL_FILES,
        says="core fd full null ptmx pts random shm stderr stdin stdout tty urandom zero\n",
        control=True,
    ),
)
def test_files_of_the_host(case: Case, marker: str) -> None:
    """The kernel answers each attempt with the error that is named."""
    face(case, marker)


@case(35, "secrets of the caller and of root")
def test_secrets(marker: str, tmp_path: Path) -> None:
    """A file that whoever calls can read is not there for the program, nor are those of root."""
    secret = tmp_path / "id_ed25519"
    secret.write_text("secret")
    places = (str(secret), str(Path.home() / ".ssh"), str(Path("~root/.ssh").expanduser()), "/home")
    assert "read done" in outside(READS, marker, str(secret))
    ending = ended_in_slot(attack(READS, marker, *places))
    # /home is there, and has nothing but the program's own folder.
    expected = "read ENOENT\n" * 11 + "read done\n"
    assert (ending.stdout.decode(), ending.stderr) == (expected, b"")


@case(35, "homes")
def test_homes(marker: str, tmp_path: Path) -> None:
    """Of the homes of this machine there is nothing but the way to the interpreter."""
    (tmp_path / "letter.txt").write_text("secret")
    assert outside(HOMES, marker, str(tmp_path)) == "letter.txt\n"
    for home in (tmp_path, Path.home()):
        assert ended_in_slot(attack(HOMES, marker, str(home))).stdout == b""


@case(36, "settings of the caller")
def test_settings_of_the_caller(marker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the caller's environment is seen, nor anything of the first process's."""
    monkeypatch.setenv("CRIB_TEST_SECRET", "hush")
    ending = ended_in_slot(attack(ENVIRONMENT, marker))
    assert ending.stdout.decode() == answers(
        "HOME LANG PATH PWD PYTHONHASHSEED SE_OFFLINE TMPDIR TZ USER",
        "environ of 1 EACCES",
        "False",
    )


@case(37, "descriptors of the caller")
def test_descriptors_of_the_caller(marker: str) -> None:
    """The program has its three standard descriptors and no other."""
    opened = os.open("/", os.O_RDONLY)
    os.set_inheritable(opened, True)  # noqa: FBT003 -- the only way to say it
    try:
        code = "import os; print(sorted(int(n) for n in os.listdir('/proc/self/fd')))"
        # The fourth is the listing itself.
        assert ended_in_slot(attack(code, marker)).stdout == b"[0, 1, 2, 3]\n"
    finally:
        os.close(opened)


@case(47, "sockets of Docker and D-Bus")
def test_sockets_of_the_host(marker: str, tmp_path: Path) -> None:
    """A socket in the host's file system, as Docker and D-Bus have one, is not to be reached."""
    code = """
import socket, sys
from seen import tell
for place in sys.argv[2:]:
    tell("connect", lambda: socket.socket(socket.AF_UNIX).connect(place))
"""
    place = str(tmp_path / "docker.sock")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        assert outside(code, marker, place) == "connect done\n"
        places = (place, "/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private")
        ending = ended_in_slot(attack(code, marker, *places))
    assert ending.stdout.decode() == "connect ENOENT\n" * 4

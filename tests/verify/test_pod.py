"""Real programs in real pods: what they get, what they cannot reach, how they are ended."""

import os
import resource
import socket
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms import ended, room, said
from toolcrib.verify.frames import read_frames
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_all, run_one
from toolcrib.verify.room import MIB, Limits, Room

pytestmark = pytest.mark.pod


def processes_with(word: str) -> list[str]:
    """Return the command lines of this machine's processes that hold a word."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if word in line and str(os.getpid()) not in path.parts:
            found.append(line)
    return found


def test_program_gets_what_it_was_given() -> None:
    """Arguments, standard input, files in folders and the exit status go through."""
    code = """
import sys
print(sys.argv[1:], sys.stdin.read(), open("data/a.txt").read(), __file__)
sys.exit(7)
"""
    job = room(code, "--x", "a b", files={"data/a.txt": b"text"}, stdin=b"typed")
    ending = ended(job)
    assert ending.stdout == b"['--x', 'a b'] typed text /home/crib/task/program.py\n"
    assert ending.status == 7
    assert ending.peak_memory > MIB


def test_signal_differs_from_status() -> None:
    """A program killed by a signal and one that exits with 137 are told apart."""
    assert ended(room("import os; os.kill(os.getpid(), 9)")).status == -9
    assert ended(room("import sys; sys.exit(137)")).status == 137


def test_every_run_is_alike() -> None:
    """User, place, host, zone and settings are the pod's own, whoever runs it where."""
    code = """
import os, socket, time
print(os.getuid(), os.getcwd(), socket.gethostname(), time.tzname[0], sorted(os.environ))
"""
    assert said(code) == (
        "1000 /home/crib/task crib UTC ['HOME', 'LANG', 'PATH', 'PWD', 'PYTHONHASHSEED', "
        "'TMPDIR', 'TZ', 'USER']\n"
    )


def test_settings_of_the_caller_do_not_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the caller's environment is seen, nor in that of the pod's first process."""
    monkeypatch.setenv("CRIB_TEST_SECRET", "hush")
    assert "hush" not in said("import os; print(os.environ, open('/proc/1/environ').read())")


def test_descriptors_of_the_caller_do_not_leak() -> None:
    """The program has its three standard descriptors and no other."""
    opened = os.open("/", os.O_RDONLY)
    os.set_inheritable(opened, True)  # noqa: FBT003 -- the only way to say it
    try:
        code = "import os; print(sorted(int(n) for n in os.listdir('/proc/self/fd')))"
        # The fourth is the listing itself.
        assert said(code) == "[0, 1, 2, 3]\n"
    finally:
        os.close(opened)


def users_of(word: str) -> bytes:
    """Return the kernel's uids of the processes that have a word among their arguments."""
    for _ in range(400):
        found = set()
        for path in Path("/proc").glob("[0-9]*"):
            try:
                if word.encode() in (path / "cmdline").read_bytes().split(b"\0"):
                    found.add(path.stat().st_uid)
            except OSError:
                continue
        if len(found) > 1:
            return f"more than one: {found}".encode()
        if found:
            return str(found.pop()).encode()
        time.sleep(0.02)
    return b"never seen"


def test_no_user_of_this_machine() -> None:
    """No process of a pod has the kernel's uid 0 or any right, not even when root runs it."""
    word = f"crib-test-{time.monotonic_ns()}"
    job = room("import sys, time; print(sys.argv[1]); time.sleep(2)", word)

    def work(what: str, slot: int) -> bytes:
        return users_of(word) if what == "look" else run_in_pod(job, slot).stdout

    answers = dict(run_all(["pod", "look"], work, 2))
    assert answers["pod"] == f"{word}\n".encode()
    assert int(answers["look"]) == (os.geteuid() or int(answers["look"]))
    assert int(answers["look"]) != 0
    assert "Prm:\t0000000000000000" in said("print(open('/proc/self/status').read())")


@pytest.mark.parametrize(
    "path", ["/x", "/usr/x", "/etc/passwd", "/dev/x", "/opt/x", "/proc/sys/kernel/core_pattern"]
)
def test_nothing_to_write(path: str) -> None:
    """No place but the scratch space can be written."""
    code = """
import sys
try:
    open(sys.argv[1], "w")
except OSError as fault:
    print(type(fault).__name__)
"""
    assert said(code, path) in ("OSError\n", "PermissionError\n")


def test_homes_are_not_there() -> None:
    """Of the homes of this machine there is nothing but the way to the interpreter."""
    code = """
import os, sys
for folder, folders, files in os.walk(sys.argv[1]):
    if folder.startswith(sys.base_prefix):
        continue
    print(*files, sep="\\n", end="")
    folders[:] = [f for f in folders if sys.base_prefix.startswith(os.path.join(folder, f))]
"""
    assert said(code, str(Path.home())) == ""


def test_no_way_out() -> None:
    """There is a loopback and nothing else; names do not resolve, and that fails at once."""
    code = """
import socket, time
started = time.monotonic()
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 80)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)),
    (socket.AF_INET6, socket.SOCK_STREAM, ("2001:db8::1", 80)),
):
    try:
        socket.socket(family, kind).connect(address)
    except OSError as fault:
        print(fault.strerror)
try:
    socket.getaddrinfo("example.org", 80)
except socket.gaierror:
    print("no such name")
print(socket.if_nameindex(), time.monotonic() - started < 2)
"""
    assert said(code).splitlines() == [
        *["Network is unreachable"] * 3,
        "no such name",
        "[(1, 'lo')] True",
    ]


def test_servers_of_this_machine_are_out_of_reach() -> None:
    """A port that is open on this machine's loopback is closed in the pod."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("127.0.0.1", port)).close()
        code = "import socket, sys; s = socket.socket(); print(s.connect_ex(('127.0.0.1', %d)))"
        assert said(code % port) == "111\n"


def test_time_is_limited() -> None:
    """A program that does not end is ended, whatever it ignores, with all that it started."""
    word = f"crib-test-{time.monotonic_ns()}"
    code = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]],
                 start_new_session=True)
print("started", flush=True)
time.sleep(600)
"""
    ending = ended(room(code, word, limits=Limits(wall=1)))
    assert (ending.stopped, ending.stdout) == ("time", b"started\n")
    assert processes_with(word) == []


def test_memory_is_limited() -> None:
    """A program that takes more memory than it may is ended, shared memory included."""
    limits = Limits(memory=64 * MIB)
    for code in (
        "import time; x = bytearray(200 << 20); time.sleep(30)",
        "import mmap, time; mmap.mmap(-1, 2 << 27).write(b'x' * (2 << 27)); time.sleep(30)",
    ):
        assert ended(room(code, limits=limits)).stopped == "memory"


def test_processes_are_limited() -> None:
    """A program gets as many processes as it may have, and then an error."""
    code = """
import os, time
count = 0
try:
    for _ in range(60):
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        count += 1
except BlockingIOError:
    print("stopped at", count < 60)
"""
    assert said(code, limits=Limits(processes=30)) == "stopped at True\n"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_output_is_limited(stream: str) -> None:
    """Too much output ends the run, and is never cut in silence."""
    code = "import sys\nwhile True: getattr(sys, sys.argv[1]).write('x' * 10000)"
    ending = ended(room(code, stream, limits=Limits(output=100_000)))
    assert ending.stopped == "output"


def test_scratch_space_is_limited() -> None:
    """Files in the scratch space end where its size does."""
    code = """
try:
    with open("/tmp/big", "wb") as file:
        for _ in range(64):
            file.write(bytes(1 << 20))
except OSError as fault:
    print(fault.strerror)
"""
    limits = Limits(scratch=8 * MIB)
    assert said(code, limits=limits) == "No space left on device\n"


def test_what_is_left_running_is_ended() -> None:
    """A background process that outlives its program is ended with the pod, and holds up nobody."""
    word = f"crib-test-{time.monotonic_ns()}"
    code = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]],
                 start_new_session=True)
print("done")
"""
    assert said(code, word) == "done\n"
    assert processes_with(word) == []


def test_pictures_come_out() -> None:
    """Declared pictures come out, others do not."""
    code = """
import os
os.mkdir("out")
for name in ("a.png", "b.png"):
    open("out/" + name, "wb").write(b"bytes of " + name.encode())
"""
    ending = ended(room(code, pictures=("a.png",)))
    assert ending.pictures == {"a.png": b"bytes of a.png"}


@pytest.mark.parametrize(
    "make",
    [
        "os.symlink('/etc/passwd', 'out/a.png')",
        "os.mkfifo('out/a.png')",
        "os.mkdir('out/a.png')",
        "open('out/a.png', 'wb').truncate(300 * 1024)",
        "os.rmdir('out'); os.symlink('/etc', 'out')",
        "import socket; socket.socket(socket.AF_UNIX).bind('out/a.png')",
    ],
)
def test_pictures_are_regular_files(make: str) -> None:
    """Links, pipes, folders, sockets and what is too large do not come out, and hold up nobody."""
    ending = ended(room(f"import os; os.mkdir('out'); {make}", pictures=("a.png",)))
    assert ending.pictures == {}
    assert "a.png" in ending.unfit
    assert ending.status == 0


@pytest.mark.parametrize(
    "call",
    [
        "os.unshare(os.CLONE_NEWUSER)",
        "libc.unshare(0x10000000)",
        "libc.ptrace(0, 0, 0, 0)",
        "libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)",
        "libc.syscall(250, 0, 0, 0)",
        "libc.shmget(0, 4096, 0o1600)",
        "libc.chroot(b'/tmp')",
    ],
)
def test_calls_are_refused(call: str) -> None:
    """System calls that lead out of a room are refused by the kernel."""
    code = f"""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
try:
    print("refused" if {call} == -1 else "done")
except (OSError, AttributeError):
    print("refused")
"""
    assert said(code) == "refused\n"


def test_runner_cannot_be_looked_into() -> None:
    """The program cannot read the runner's memory nor write to its report."""
    code = """
import os, time
time.sleep(0.5)  # it hides as soon as it has started, which it does beside the program
for name in ("mem", "fd", "environ"):
    try:
        path = f"/proc/{os.getppid()}/{name}"
        os.listdir(path) if name == "fd" else open(path, "r+b")
        print(name, "open")
    except OSError as fault:
        print(name, "closed")
"""
    assert said(code) == "mem closed\nfd closed\nenviron closed\n"


def test_missing_program_is_no_pass() -> None:
    """An interpreter that is not there ends as a failed start, not as an empty output."""
    job = room("print(1)")
    gone = replace(job.interpreter, path=job.interpreter.path.with_name("python0"))
    assert ended(replace(job, interpreter=gone)).stopped == "start"


@pytest.mark.parametrize(
    "code",
    [
        "import os, time; os.write(os.memfd_create('x'), bytes(200 << 20)); time.sleep(30)",
        "import time; open('/tmp/x', 'wb').write(bytes(200 << 20)); time.sleep(30)",
        "import time; open('/dev/shm/x', 'wb').write(bytes(200 << 20)); time.sleep(30)",
        """
import subprocess, sys, threading
child = [sys.executable, "-c", "import time; x = bytearray(200 << 20); time.sleep(30)"]
thread = threading.Thread(target=subprocess.run, args=(child,))
thread.start()
thread.join()
""",
    ],
)
def test_memory_is_seen_wherever_it_is(code: str) -> None:
    """Memory files, the scratch space and the children of threads count like anything else."""
    assert ended(room(code, limits=Limits(memory=64 * MIB))).stopped == "memory"


def test_report_cannot_be_opened() -> None:
    """From its first moment on a solution finds its runner closed, however soon it looks."""
    code = """
import os
opened = 0
for _ in range(2000):
    for number in (os.getppid(), 1):
        try:
            os.open(f"/proc/{number}/fd/9", os.O_WRONLY)
            opened += 1
        except OSError:
            pass
print(opened)
"""
    assert [said(code) for _ in range(5)] == ["0\n"] * 5


def test_undeclared_picture_names() -> None:
    """Only the names that the task declares come out, whatever a report says."""
    frames = read_frames(b"status 0 1\npicture /etc/x.png 1\nxpicture a.png 1\ny")
    assert frames.pictures == {"/etc/x.png": b"x", "a.png": b"y"}
    code = "import os; os.mkdir('out'); open('out/b.png', 'wb').write(b'x')"
    assert ended(room(code, pictures=("a.png",))).pictures == {}


def test_callers_own_limits() -> None:
    """A caller with lower limits of its own gets them, and no failed run."""
    job = room("import resource; print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])")

    def work(room: Room, slot: int) -> bytes:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
        return run_in_pod(room, slot).stdout

    assert run_one(job, work) == b"512\n"


def test_what_administrators_install_is_not_seen() -> None:
    """`/usr/local`, where settings of this machine lie, is empty in a room."""
    assert said("import os; print(os.listdir('/usr/local'))") == "[]\n"


def test_report_is_limited() -> None:
    """Pictures that are too many bytes together are too much output, as any other."""
    code = "import os; os.mkdir('out'); open('out/a.png', 'wb').write(bytes(10000))"
    ending = ended(room(code, pictures=("a.png",), limits=Limits(report=5000)))
    assert ending.stopped == "output"

"""Pyodide: a Python that does what CPython does, as far as a browser lets it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms import ended, room
from toolcrib.app.settings import cache_folder
from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.model.receipt import EMSCRIPTEN, Lock
from toolcrib.verify import pyodide as module
from toolcrib.verify.environment import environment
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.pyodide import build_pyodide, find_pyodide, without_wheel
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import MIB, Ending, Interpreter, Limits

pod = pytest.mark.pod
NOTHING = Lock(python="3.14", platform=EMSCRIPTEN, requirements=(), packages=())


def ended_on(python: Interpreter, code: str, *args: str, **fields: object) -> Ending:
    """Run a program in a pod on Pyodide, in an environment for some requirements."""
    cache = cache_folder().value
    wanted = tuple(fields.pop("requirements", ()))
    lock = kept_lock(wanted, (), python, cache) if wanted else NOTHING
    built = environment(lock, python, cache).path
    memory = 512 * MIB + python.overhead
    job = room(code, *args, **{"limits": Limits(memory=memory), **fields})
    return ended(replace(job, interpreter=python, environment=built))


def said_on(python: Interpreter, code: str, *args: str, **fields: object) -> str:
    """Run a program in a pod on Pyodide and return what it printed; it must end well."""
    ending = ended_on(python, code, *args, **fields)
    assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    return ending.stdout.decode()


@pod
def test_it_says_what_it_is(pyodide: Interpreter) -> None:
    """It is found again where it was made, with the version that it tells itself."""
    assert find_pyodide(cache_folder().value) == pyodide
    code = "import sys; print(sys.platform, *sys.version_info[:3], sep='.')"
    assert said_on(pyodide, code) == f"emscripten.{pyodide.full}\n"
    assert (pyodide.version, pyodide.cell.name) == ("3.14", "Pyodide 3.14")


@pod
def test_program_gets_what_it_was_given(pyodide: Interpreter) -> None:
    """Arguments, standard input, files, settings and the exit status go through, as bytes."""
    code = """
import os, sys
with open("data/a.txt") as text:
    print(sys.argv[1:], sys.stdin.buffer.read(), text.read(), __file__, __name__)
print(os.getcwd(), os.environ["TZ"], sys.path[0], sys.executable, sorted(vars()))
sys.stdout.buffer.write(b"\\xff")
print("aside", file=sys.stderr)
sys.exit(7)
"""
    files = {"data/a.txt": b"text"}
    ending = ended_on(pyodide, code, "--x", "a b", files=files, stdin=b"\xfe")
    names = ["builtins", "cached", "doc", "file", "loader", "name", "package", "spec"]
    assert ending.stdout.split(b"\n") == [
        b"['--x', 'a b'] b'\\xfe' text /home/crib/task/program.py __main__",
        b"/home/crib/task UTC /home/crib/task /opt/env/bin/python "
        + str([*(f"__{name}__" for name in names), "os", "sys", "text"]).encode(),
        b"\xff",
    ]
    assert (ending.stderr, ending.status) == (b"aside\n", 7)


@pod
@pytest.mark.parametrize(
    ("code", "status", "stdout", "stderr"),
    [
        ("raise SystemExit", 0, b"", b""),
        ("raise SystemExit('no luck')", 1, b"", b"no luck\n"),
        ("import atexit; atexit.register(print, 'end'); print('x', end='')", 0, b"xend", b""),
        (
            "def f():\n  raise ValueError(1)\nf()",
            1,
            b"",
            b"""\
Traceback (most recent call last):
  File "/home/crib/task/program.py", line 3, in <module>
    f()
    ~^^
  File "/home/crib/task/program.py", line 2, in f
    raise ValueError(1)
ValueError: 1
""",
        ),
    ],
)
def test_ends(pyodide: Interpreter, code: str, status: int, stdout: bytes, stderr: bytes) -> None:
    """A program ends as on any Python: with its status, its last words and its traceback."""
    ending = ended_on(pyodide, code)
    assert (ending.status, ending.stdout.rstrip(), ending.stderr) == (status, stdout, stderr)


@pod
def test_coroutines_wait(pyodide: Interpreter) -> None:
    """asyncio.run() waits for what it runs, as in browsers of today."""
    code = """
import asyncio
async def wait(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name
async def main():
    return await asyncio.gather(wait("slow", 0.2), wait("quick", 0))
print(asyncio.run(main()))
"""
    assert said_on(pyodide, code) == "quick\nslow\n['slow', 'quick']\n"


@pod
def test_pictures_and_scratch_space(pyodide: Interpreter) -> None:
    """What is written lies in the room: pictures come out, temporary files can be made."""
    code = """
import os, tempfile
os.mkdir("out")
with tempfile.TemporaryFile() as file, open("out/a.png", "wb") as picture:
    picture.write(file.write(b"scratch") * b"p")
"""
    ending = ended_on(pyodide, code, pictures=("a.png",))
    assert (ending.pictures, ending.stderr) == ({"a.png": b"ppppppp"}, b"")


@pod
def test_browser_has_no_system(pyodide: Interpreter) -> None:
    """No processes, threads, sockets, and no folder of the system, though Node would have them."""
    code = """
import os, socket, subprocess, threading
def attempt(what, *args):
    try:
        print("done", what(*args))
    except (OSError, RuntimeError) as fault:
        print(fault)
attempt(subprocess.run, ["true"])
attempt(threading.Thread(target=print).start)
attempt(socket.socket().connect, ("127.0.0.1", 80))
attempt(socket.socket().listen)
attempt(socket.socket(type=socket.SOCK_DGRAM).sendto, b"x", ("127.0.0.1", 80))
print(os.system("echo hi") != 0, os.path.exists("/usr"), os.path.exists("/etc"))
"""
    assert said_on(pyodide, code).splitlines() == [
        "[Errno 138] emscripten does not support processes.",
        "can't start new thread",
        "[Errno 23] Host is unreachable",
        "[Errno 138] Not supported",
        "[Errno 23] Host is unreachable",
        "True False False",
    ]


@pod
def test_memory_is_limited(pyodide: Interpreter) -> None:
    """A program has the memory that its task gives it beside what Pyodide itself takes."""
    code = "import sys; x = bytearray(int(sys.argv[1]) << 20); import time; time.sleep(1)"
    limits = Limits(memory=64 * MIB + pyodide.overhead)
    assert ended_on(pyodide, code, "32", limits=limits).stopped == ""
    assert ended_on(pyodide, code, "400", limits=limits).stopped == "memory"


@pod
@pytest.mark.index
def test_wheels(pyodide: Interpreter) -> None:
    """Pure wheels and those that were made for browsers (PEP 783) are installed and imported."""
    code = "import css_inline, idna; print(idna.encode('é.fr'), css_inline.__file__[:12])"
    found = said_on(pyodide, code, requirements=("idna", "css-inline"))
    assert found == "b'xn--9ca.fr' /opt/env/lib\n"


@pod
@pytest.mark.index
def test_without_wheel_it_cannot_be_installed(pyodide: Interpreter, tmp_path: Path) -> None:
    """What has no wheel for it says so in a line."""
    with pytest.raises(CannotInstallError) as fault:
        kept_lock(("psutil",), (), pyodide, tmp_path)
    assert without_wheel(str(fault.value)) == "psutil: no wheel for Pyodide on PyPI"


def test_other_reasons_stay_as_they_are() -> None:
    """What uv says of something else than wheels is told in its words."""
    assert without_wheel("no such version") == "no such version"


def test_names_are_those_that_lack_wheels() -> None:
    """Whether one distribution lacks wheels or several: each is named."""
    for said, names in (
        ("all versions of psutil have no usable wheels", "psutil"),
        ("numpy==1.21.0 has no wheels with a matching Python ABI tag (e.g., `cp314`)", "numpy"),
        ("no wheels that fit: numpy, pandas and 2 more", "numpy, pandas and 2 more"),
    ):
        assert without_wheel(said) == f"{names}: no wheel for Pyodide on PyPI"


def test_package_that_was_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What npm gives must be what was pinned; a build that fails leaves nothing behind."""
    monkeypatch.setattr(module, "_packed", lambda *_: b"something else")
    with pytest.raises(ToolcribError, match=r"pyodide [0-9.]+ from npm is not what it was"):
        build_pyodide(tmp_path, lambda _: None)
    assert list((tmp_path / "pyodide").iterdir()) == []
    assert find_pyodide(tmp_path) is None


def test_without_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where npm is missing, the command that installs it is named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError) as fault:
        build_pyodide(tmp_path, lambda _: None)
    assert fault.value.hint.endswith("apt install npm")

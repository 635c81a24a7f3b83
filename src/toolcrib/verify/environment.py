"""Environments: one for each lock and interpreter, made once, read-only, never started here."""

import compileall
import contextlib
import hashlib
import os
import stat
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from toolcrib.model.receipt import Lock
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.once import made_once, note_use
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import Environment, Interpreter
from toolcrib.verify.sandbox import ENVIRONMENT
from toolcrib.verify.sdists import wheels_of
from toolcrib.verify.uv import install

_COMPLETE = ".complete"
_COMPILE_SECONDS = 600
_OURS = "one of its wheels brings what makes an environment: its own python, for one"


def environment(lock: Lock, interpreter: Interpreter, cache: Path) -> Environment:
    """Return the environment of a lock, making it where it is not there yet.

    It is held until this process ends, so that nobody removes it meanwhile.

    Raises:
        CannotInstallError: A wheel is not to be had, or is not what the lock says.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    folder = environment_folder(lock, interpreter, cache)
    size = filled_once(folder, partial(_fill, lock, interpreter, cache))
    return Environment(path=folder, size=size, distributions=len(lock.packages))


def environment_folder(lock: Lock, interpreter: Interpreter, cache: Path) -> Path:
    """Return the place of a lock's environment, made or not."""
    digest = lock_digest(lock)
    system = interpreter.system.id if interpreter.system else ""
    identity = f"{digest} {interpreter.full} {interpreter.path} {interpreter.wheels} {system}"
    return cache / "environments" / hashlib.sha256(identity.encode()).hexdigest()[:32]


def filled_once(folder: Path, fill: Callable[[Path], None]) -> int:
    """Fill a folder where it is not there yet, see `made_once`; return the bytes of its files.

    It is read-only then.
    """
    made_once(folder, partial(_build, fill))
    note_use(folder / _COMPLETE)
    return int((folder / _COMPLETE).read_text(encoding="utf-8"))


def _build(fill: Callable[[Path], None], staging: Path) -> None:
    fill(staging)
    size = make_read_only(staging)
    (staging / _COMPLETE).write_text(str(size), encoding="utf-8")


def _fill(lock: Lock, interpreter: Interpreter, cache: Path, folder: Path) -> None:
    if lock.packages:
        install(lock, interpreter, folder, [wheel.parent for wheel in wheels_of(lock, cache)])
    if (folder / _COMPLETE).exists():
        raise CannotInstallError(_OURS)
    try:
        _point_scripts(folder)
        _make_startable(interpreter, folder)
    except (FileExistsError, IsADirectoryError) as fault:
        raise CannotInstallError(_OURS) from fault
    _compile(interpreter, folder)


def _make_startable(interpreter: Interpreter, folder: Path) -> None:
    """Write what makes a folder a virtual environment (PEP 405)."""
    (folder / "bin").mkdir(exist_ok=True)
    for name in ("python", "python3", f"python{interpreter.version}"):
        (folder / "bin" / name).symlink_to(interpreter.path)
    lines = (
        f"home = {interpreter.path.parent}",
        f"version = {interpreter.full}",
        # Not said, site takes it for true: what lies beside the base interpreter would be seen.
        "include-system-site-packages = false",
    )
    (folder / "pyvenv.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _point_scripts(folder: Path) -> None:
    """Let the scripts of distributions start the environment's Python, not the base interpreter."""
    for script in folder.glob("bin/*"):
        text = script.read_bytes() if script.is_file() and not script.is_symlink() else b""
        first, newline, rest = text.partition(b"\n")
        if first.startswith(b"#!") and b"python" in first:
            script.write_bytes(f"#!{ENVIRONMENT}/bin/python".encode() + newline + rest)


def _compile(interpreter: Interpreter, folder: Path) -> None:
    # By the base interpreter, without site: the environment's own runs code of its `.pth` files.
    # It gets a bounded time: a source may be made to be hard to compile.
    library = folder / "lib" / f"python{interpreter.version}" / "site-packages"
    if not library.is_dir():
        return
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 -- an interpreter that the user has installed
            [
                *(*interpreter.command, "-I", "-S", "-m", compileall.__name__, "-q", "-q", "-f"),
                *("-s", str(folder), "-p", ENVIRONMENT, str(library)),
            ],
            check=False,
            timeout=_COMPILE_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def make_read_only(folder: Path) -> int:
    """Take the right to write from all below a folder, and return the bytes of its files."""
    size = 0
    for path, _, names in os.walk(folder, topdown=False):
        for name in names:
            file = Path(path, name)
            mode = file.lstat().st_mode
            if stat.S_ISREG(mode):
                size += file.lstat().st_size
                file.chmod((mode & 0o777 | 0o444) & 0o555)
        if Path(path) != folder:
            Path(path).chmod(0o555)
    return size

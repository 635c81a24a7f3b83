"""Environments: one for each lock and interpreter, made once, read-only, never started here."""

import compileall
import contextlib
import fcntl
import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from toolcrib.model.receipt import Lock
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.room import Environment, Interpreter
from toolcrib.verify.sandbox import ENVIRONMENT
from toolcrib.verify.uv import install

_COMPLETE = ".complete"


def environment(lock: Lock, interpreter: Interpreter, cache: Path) -> Environment:
    """Return the environment of a lock, making it where it is not there yet.

    It is built beside its place and renamed in whole, so a build that was broken off leaves
    nothing that looks like one; several processes may ask at once, one of them builds.

    Raises:
        CannotInstallError: A wheel is not to be had, or is not what the lock says.
    """
    digest = lock_digest(lock)
    identity = f"{digest} {interpreter.full} {interpreter.path}"
    key = hashlib.sha256(identity.encode()).hexdigest()[:32]
    folder = cache / "environments" / key
    if not (folder / _COMPLETE).exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.with_suffix(".lock")):
            if not (folder / _COMPLETE).exists():
                _build(lock, interpreter, folder)
    size = int((folder / _COMPLETE).read_text(encoding="ascii"))
    return Environment(path=folder, size=size, distributions=len(lock.packages))


def _build(lock: Lock, interpreter: Interpreter, folder: Path) -> None:
    staging = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        staging.chmod(0o755)
        if lock.packages:
            install(lock, interpreter, staging)
        _make_startable(interpreter, staging)
        _compile(interpreter, staging)
        size = _make_read_only(staging)
        (staging / _COMPLETE).write_text(str(size), encoding="ascii")
        staging.chmod(0o555)
        staging.rename(folder)
    except BaseException:
        remove(staging)
        raise


def _make_startable(interpreter: Interpreter, folder: Path) -> None:
    """Write what makes a folder a virtual environment (PEP 405)."""
    (folder / "bin").mkdir(exist_ok=True)
    for name in ("python", "python3", f"python{interpreter.version}"):
        with contextlib.suppress(FileExistsError):
            (folder / "bin" / name).symlink_to(interpreter.path)
    lines = (
        f"home = {interpreter.path.parent}",
        f"version = {interpreter.full}",
        # Not said, site takes it for true: what lies beside the base interpreter would be seen.
        "include-system-site-packages = false",
    )
    (folder / "pyvenv.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _compile(interpreter: Interpreter, folder: Path) -> None:
    # By the base interpreter, without site: the environment's own runs code of its `.pth` files.
    library = folder / "lib" / f"python{interpreter.version}" / "site-packages"
    if library.is_dir():
        subprocess.run(  # noqa: S603 -- an interpreter that the user has installed
            [
                *(interpreter.path, "-I", "-S", "-m", compileall.__name__, "-q", "-q"),
                *("-s", str(folder), "-p", ENVIRONMENT, str(library)),
            ],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _make_read_only(folder: Path) -> int:
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


def remove(folder: Path) -> None:
    """Remove an environment, read-only as it is."""
    for path, _, _ in os.walk(folder):
        Path(path).chmod(0o755)
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, so that a crash leaves none behind."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

"""The programs that run beside a solution in its room, as one folder: a shell, a Python, scripts.

The two programs are copies that may be executed and not read. The kernel lets nobody look into a
process that runs such a file (`would_dump` in fs/exec.c), so a solution, which has the same user,
can neither read the runner's memory nor open its descriptors, from its first instruction on.
"""

import functools
import hashlib
import shutil
import tempfile
from pathlib import Path

from toolcrib.verify.room import System

SHELL, PYTHON, SCRIPT = "sh", "python3", "inner.py"
_DEVICES = Path(__file__).parent / "devices"
_OWN = (Path(__file__).with_name(SCRIPT), *sorted(_DEVICES.glob("[!_]*.py")))
_EXECUTE_ONLY = 0o111


def runner_folder(cache: Path, system: System) -> Path:
    """Return the folder of the runner for a system, making it where it is not there yet.

    It has no Python where the system has none of its own that is whole; a run then takes its
    solution's interpreter, which hides itself only once it has started.
    """
    programs = tuple(system.root / path.lstrip("/") for path in ("/bin/sh", system.python) if path)
    folder = cache / "runner" / _key(programs)
    if not folder.is_dir():
        _make(folder, _OWN, *programs)
    return folder


@functools.cache
def _key(programs: tuple[Path, ...]) -> str:
    parts = [script.read_text(encoding="utf-8") for script in _OWN]
    for program in programs:
        if program.exists():
            stat = program.stat()
            parts.append(f"{program.resolve()} {stat.st_mtime_ns} {stat.st_size}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _make(folder: Path, scripts: tuple[Path, ...], shell: Path, python: Path | None = None) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        _fill(staging, scripts, shell, python)
        staging.rename(folder)
    except OSError as fault:
        # Another process may have been quicker; its folder is as good.
        if not folder.is_dir():
            # A full disk is told of the file that was to be copied, which is not where it is full.
            raise OSError(fault.errno, fault.strerror, str(folder)) from fault
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _fill(staging: Path, scripts: tuple[Path, ...], shell: Path, python: Path | None) -> None:
    shutil.copyfile(shell, staging / SHELL)
    (staging / SHELL).chmod(_EXECUTE_ONLY)
    if python and _is_whole(python):
        shutil.copyfile(python, staging / PYTHON)
        (staging / PYTHON).chmod(_EXECUTE_ONLY)
    for script in scripts:
        shutil.copyfile(script, staging / script.name)
    staging.chmod(0o755)


def _is_whole(python: Path) -> bool:
    """Tell whether a Python has what the script imports; a minimal one lacks some of it."""
    # Not by starting it: that of another system cannot be started here by its name alone.
    library = python.resolve().parent.parent / "lib" / python.resolve().name
    extensions = library / "lib-dynload"
    return (library / "stat.py").exists() and any(extensions.glob("_ctypes.*.so"))

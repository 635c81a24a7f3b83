"""The programs that run beside a solution in its room, as one folder: a shell, a Python, a script.

The two programs are copies that may be executed and not read. The kernel lets nobody look into a
process that runs such a file (`would_dump` in fs/exec.c), so a solution, which has the same user,
can neither read the runner's memory nor open its descriptors, from its first instruction on.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

SHELL, PYTHON, SCRIPT = "sh", "python3", "inner.py"
_SYSTEM_SHELL = Path("/bin/sh")
_SYSTEM_PYTHON = Path("/usr/bin/python3")
_EXECUTE_ONLY = 0o111


def runner_folder(cache: Path) -> Path:
    """Return the folder of the runner, making it where it is not there yet.

    It has no Python where the system has none of its own that is whole; a run then takes its
    solution's interpreter, which hides itself only once it has started.
    """
    script = Path(__file__).with_name(SCRIPT)
    parts = [script.read_text(encoding="utf-8")]
    for program in (_SYSTEM_SHELL, _SYSTEM_PYTHON):
        if program.exists():
            stat = program.stat()
            parts.append(f"{program.resolve()} {stat.st_mtime_ns} {stat.st_size}")
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    folder = cache / "runner" / key
    if not folder.is_dir():
        _make(folder, script)
    return folder


def _make(folder: Path, script: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=folder.parent))
    shutil.copyfile(_SYSTEM_SHELL, staging / SHELL)
    (staging / SHELL).chmod(_EXECUTE_ONLY)
    if _SYSTEM_PYTHON.exists():
        shutil.copyfile(_SYSTEM_PYTHON, staging / PYTHON)
        (staging / PYTHON).chmod(_EXECUTE_ONLY)
        if not _is_whole(staging / PYTHON):
            (staging / PYTHON).unlink()
    shutil.copyfile(script, staging / SCRIPT)
    staging.chmod(0o755)
    try:
        staging.rename(folder)
    except OSError:
        # Another process was quicker; its folder is as good.
        shutil.rmtree(staging)


def _is_whole(python: Path) -> bool:
    """Tell whether a Python has what the script imports; a minimal one lacks some of it."""
    question = "import _ctypes, os, stat, sys"
    done = subprocess.run(  # noqa: S603 -- the system's own Python
        [python, "-I", "-S", "-c", question], capture_output=True, check=False, env={}
    )
    return done.returncode == 0

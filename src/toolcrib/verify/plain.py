"""A run without a closed room, for programs that are as trusted as toolcrib itself.

A folder of its own, an empty environment, limits on time, memory and output: that is all.
"""

import contextlib
import os
import resource
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from toolcrib.verify import kernel
from toolcrib.verify.room import PICTURE_LIMIT, Ending, Limits, Room
from toolcrib.verify.sandbox import SETTINGS

_PATH = "/usr/local/bin:/usr/bin:/bin"


def run_plainly(room: Room) -> Ending:
    """Run a room's program in a temporary folder of this machine, and tell how it ended."""
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        folder = Path(name, "task")
        for relative, data in room.files.items():
            path = folder / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return _run(room, folder, home=Path(name))


def _run(room: Room, folder: Path, home: Path) -> Ending:
    python = room.environment / "bin/python" if room.environment else room.interpreter.path
    environment = {
        "PATH": _PATH,
        "HOME": str(home),
        "TMPDIR": str(home),
        **SETTINGS,
        **room.settings,
    }
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(  # noqa: S603 -- a program of toolcrib's own catalog
            [python, *room.program],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=lambda: _limit(room.limits),  # noqa: PLW1509 -- one thread only
        )
        stopped = ""
        try:
            process.communicate(room.stdin, timeout=room.limits.wall)
        except subprocess.TimeoutExpired:
            stopped = "time"
        finally:
            _kill_group(process)
        stdout, stderr = _read(out), _read(err)
    if len(stdout) + len(stderr) >= room.limits.output:
        stopped = "output"
    return Ending(
        stopped=stopped,
        status=process.returncode,
        stdout=stdout,
        stderr=stderr,
        pictures=_pictures(room, folder / "out"),
        peak_memory=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    )


def _limit(limits: Limits) -> None:
    bounds = {"data": limits.data, "fsize": limits.file_size, "nofile": limits.files, "core": 0}
    for name, wanted in bounds.items():
        bound = kernel.allowed(name, wanted)
        resource.setrlimit(getattr(resource, f"RLIMIT_{name.upper()}"), (bound, bound))


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the program, and what it left running in its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _pictures(room: Room, folder: Path) -> dict[str, bytes]:
    pictures = {}
    for name in room.pictures:
        path = folder / name
        if path.is_file() and path.stat().st_size <= PICTURE_LIMIT:
            pictures[name] = path.read_bytes()
    return pictures

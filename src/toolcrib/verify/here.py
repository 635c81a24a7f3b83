"""A tool on this machine: with the user's arguments, files, network and terminal."""

import signal
import subprocess
from pathlib import Path

from toolcrib.verify.room import Environment


def run_here(built: Environment, program: Path, args: tuple[str, ...]) -> int:
    """Run a program in the present folder and return its exit status, or 128 + the signal."""
    # Ctrl-C reaches the tool as well as toolcrib; the tool decides how it ends.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(  # noqa: S603 -- what the user has asked for
            [built.path / "bin/python", program, *args],
            preexec_fn=lambda: signal.signal(signal.SIGINT, before),  # noqa: PLW1509 -- one thread
        )
        status = process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return status if status >= 0 else 128 - status

"""A program in a process of its own, started from one that has threads."""

import os
import subprocess

from toolcrib.verify import kernel


def ask_apart(command: list[str], question: bytes) -> tuple[int, bytes, str]:
    """Give a program something to read, and return its exit status, its output, its last words.

    It is started anew and not forked: a copy of a process with threads may hang. Its last
    argument is the caller's process id, for `end_with`. It has a session of its own, so that
    Ctrl-C at the caller's terminal does not end it by itself.
    """
    done = subprocess.run(  # noqa: S603 -- programs of ours
        [*command, str(os.getpid())],
        input=question,
        capture_output=True,
        check=False,
        start_new_session=True,
    )
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip()


def end_with(parent: int) -> None:
    """Let this process be killed when the one that started it ends, or is gone already.

    The thread that started it must live as long as the process; one that waits for it does.
    """
    kernel.die_with_parent()
    if os.getppid() != parent:
        raise SystemExit(f"process {parent}, which asked for this, is gone")

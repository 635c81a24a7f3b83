"""A person at a real pseudo-terminal, on which a command of toolcrib runs."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 60.0


class Person:
    """Sees what a command shows, and types."""

    def __init__(self, arguments: list[str], lines: int, settings: dict[str, str]) -> None:
        """Start `crib` on a new terminal of 90 columns."""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", **settings}  # noqa: TID251 -- passed on
            command = [sys.executable, "-m", "toolcrib", *arguments]
            # Waits until the terminal has its size.
            os.read(0, 1)
            os.execvpe(sys.executable, command, environment)  # noqa: S606 -- our own command
        self.before = termios.tcgetattr(self._terminal)
        self.resize(lines, 90)
        os.write(self._terminal, b"\n")
        self.seen = ""
        self._looked = 0
        self._ended = False

    def resize(self, lines: int, columns: int) -> None:
        """Make the window larger or smaller."""
        size = struct.pack("4H", lines, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def type(self, keys: str) -> None:
        """Type keys; Enter is a carriage return."""
        os.write(self._terminal, keys.encode())

    def expect(self, text: str) -> None:
        """Wait until a text is shown behind the one that was expected last."""
        deadline = time.monotonic() + _PATIENCE
        while (place := self.seen.find(text, self._looked)) < 0:
            assert time.monotonic() < deadline, f"{text!r} was not shown: {self.seen[-2000:]!r}"
            assert self._read(), f"it ended without {text!r}: {self.seen[-2000:]!r}"
        self._looked = place + len(text)

    def end(self) -> int:
        """Wait for the end of the command, and return its exit status."""
        deadline = time.monotonic() + _PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it does not end: {self.seen[-2000:]!r}"
        _, status = os.waitpid(self.pid, 0)
        self._ended = True
        return os.waitstatus_to_exitcode(status)

    def settings(self) -> list[object]:
        """Return how the terminal is set: what is echoed, which keys are signals."""
        return termios.tcgetattr(self._terminal)

    def leave(self) -> None:
        """Close the terminal; a command that still runs is killed."""
        if not self._ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _read(self) -> bool:
        if not select.select([self._terminal], [], [], 0.1)[0]:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            # The way in which a terminal says that no program is left on it (pty(7)).
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)


@contextmanager
def person(*arguments: str, lines: int = 40, **settings: str) -> Iterator[Person]:
    """Give a person at a terminal on which `crib` runs with these arguments and settings."""
    opened = Person(list(arguments), lines, settings)
    try:
        yield opened
    finally:
        opened.leave()

"""A terminal for a solution, and somebody who types on its keyboard."""

import fcntl
import os
import struct
import termios
import time

from toolcrib.verify.closed import ClosedProcess
from toolcrib.verify.stillness import Stillness

SETTINGS = {"TERM": "xterm-256color"}

_LINES, _COLUMNS = 24, 80
_STILL_LOOKS = 2
_PATIENCE_SECONDS = 3.0


def open_terminal() -> tuple[int, int]:
    """Return the two ends of a new terminal of 24 lines and 80 columns: a person's, a program's."""
    person, program = os.openpty()
    fcntl.ioctl(program, termios.TIOCSWINSZ, struct.pack("4H", _LINES, _COLUMNS, 0, 0))
    return person, program


class Keyboard:
    """Types a text, line by line, each when the solution waits for it.

    Not all at once: what is typed before a question is shown before it, and a program that asks
    for a password throws away what was typed before (`TCSAFLUSH` in termios(3)).
    """

    def __init__(self, solution: ClosedProcess, text: bytes) -> None:
        """Take the solution, and what is to be typed."""
        self._solution = solution
        self._stillness = Stillness(solution.init_pid)
        self._lines = text.splitlines(keepends=True)
        self._typed = time.monotonic()

    def look(self) -> str:
        """Type the next line if it is time for it; a look of `ClosedProcess.watch`."""
        if not self._lines:
            return ""
        # A program that draws all the time is never still.
        waited = time.monotonic() - self._typed > _PATIENCE_SECONDS
        if self._stillness.looks() >= _STILL_LOOKS or waited:
            # The key says carriage return; the terminal makes of it what the program asked for.
            self._solution.type_in(self._lines.pop(0).replace(b"\n", b"\r"))
            self._stillness = Stillness(self._solution.init_pid)
            self._typed = time.monotonic()
        return ""

"""A person at this machine's own terminal, who talks with a program in a closed room.

The program has a pty of its own: what the person types goes there as bytes, so Ctrl-C is a signal
for the program and Ctrl-D its end of input; what the program says is shown as it comes.
"""

import contextlib
import fcntl
import os
import signal
import struct
import termios
import time
import tty
from collections.abc import Iterator
from typing import NoReturn

from toolcrib.verify.closed import ClosedProcess, Look
from toolcrib.verify.room import Limits

_KEYBOARD, _SCREEN = 0, 1
_TICK = 0.05


@contextlib.contextmanager
def kept_terminal() -> Iterator[None]:
    """Give this process's terminal back as it was, however the conversation ends."""
    before = termios.tcgetattr(_KEYBOARD)
    # By itself it would end this process at once, and leave the terminal as it is just then.
    ended = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        termios.tcsetattr(_KEYBOARD, termios.TCSADRAIN, before)
        signal.signal(signal.SIGTERM, ended)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


class Conversation:
    """What passes between the terminal of the calling process and a program on its own one."""

    def __init__(self, program: ClosedProcess) -> None:
        """Take a program that was started on a terminal."""
        self._program = program
        self._resized = True
        self._waiting = bytearray()
        self._next_look = 0.0

    def hold(self, limits: Limits, looks: tuple[Look, ...]) -> str:
        """Pass keys and output until the program ends; return what ended it else, or nothing.

        Memory is the one limit: a person takes the time that a person takes. Ends the room.
        """
        # What was typed while the room was made is not thrown away.
        tty.setraw(_KEYBOARD, termios.TCSADRAIN)
        signal.signal(signal.SIGWINCH, self._note_size)
        self._program.listen_to(os.dup(_KEYBOARD), "typed")
        try:
            return self._pass_on(limits, looks)
        finally:
            self._program.kill()

    def _pass_on(self, limits: Limits, looks: tuple[Look, ...]) -> str:
        while self._program.is_running():
            if self._resized:
                self._resized = False
                self._pass_on_size()
            self._program.collect(_TICK)
            self._exchange()
            if stopped := self._look(limits, looks):
                return stopped
        self._program.collect(0)
        self._exchange()
        return ""

    def _exchange(self) -> None:
        self._waiting += self._taken("typed")
        del self._waiting[: self._type(bytes(self._waiting))]
        said = self._taken("stdout")
        while said:
            said = said[os.write(_SCREEN, said) :]

    def _taken(self, name: str) -> bytes:
        data = bytes(self._program.output[name])
        self._program.output[name].clear()
        return data

    def _type(self, keys: bytes) -> int:
        """Type as many keys as the terminal takes at once, and return how many that were.

        Who pastes faster than the program reads must not keep its output from being read.
        """
        person = self._program.person
        if person is None:
            return len(keys)
        os.set_blocking(person, False)
        try:
            return os.write(person, keys)
        except BlockingIOError:
            return 0
        except OSError:
            return len(keys)

    def _pass_on_size(self) -> None:
        """Give the program's terminal the size of the person's; the kernel tells the program."""
        size, person = os.get_terminal_size(_KEYBOARD), self._program.person
        if person is not None:
            window = struct.pack("4H", size.lines, size.columns, 0, 0)
            fcntl.ioctl(person, termios.TIOCSWINSZ, window)

    def _look(self, limits: Limits, looks: tuple[Look, ...]) -> str:
        now = time.monotonic()
        if now < self._next_look:
            return ""
        self._next_look = now + _TICK
        return self._program.look(limits, looks)

    def _note_size(self, _number: int, _frame: object) -> None:
        self._resized = True

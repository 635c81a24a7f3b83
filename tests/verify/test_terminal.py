"""Programs that ask a person: on a terminal, with somebody at its keyboard."""

import pytest

from rooms import ended, room
from toolcrib.verify.room import Limits
from toolcrib.verify.stillness import Stillness

pytestmark = pytest.mark.pod


def seen(code: str, keys: str = "", **fields: object) -> str:
    """Return what a person sees who types some keys; the program must end well."""
    ending = ended(room(code, tty=True, stdin=keys.encode(), **fields))
    assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    return ending.stdout.decode().replace("\r\n", "\n")


def test_program_is_on_a_terminal() -> None:
    """Its three streams are one terminal of the usual size, and its session is its own."""
    code = """
import os, sys
print([stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)])
print(os.get_terminal_size(), os.environ["TERM"])
print(os.getsid(0) == os.getpid(), os.tcgetpgrp(0) == os.getpgrp())
print("to standard error", file=sys.stderr)
print(sorted(int(n) for n in os.listdir("/proc/self/fd")))
"""
    assert seen(code).splitlines() == [
        "[True, True, True]",
        "os.terminal_size(columns=80, lines=24) xterm-256color",
        "True True",
        "to standard error",
        "[0, 1, 2, 3]",
    ]


def test_answers_stand_behind_their_questions() -> None:
    """A line is typed when the program waits for it, and shown; a password is not shown."""
    code = """
import getpass, time
name = input("Name: ")
time.sleep(0.02)
secret = getpass.getpass("Password: ")
print(f"{name} has {len(secret)} characters; {input('Sure? ')}")
"""
    assert seen(code, "Ada\nhush\nyes\n") == (
        "Name: Ada\nPassword: \nSure? yes\nAda has 4 characters; yes\n"
    )


def test_single_keys() -> None:
    """In raw mode Enter is the carriage return that it is on a keyboard, and Ctrl-D a character."""
    code = """
import os, tty
tty.setraw(0)
print("ready", end="", flush=True)
print(os.read(0, 9), os.read(0, 9), end="")
"""
    assert seen(code, "q\n\x04") == "readyb'q\\r' b'\\x04'"


def test_keys_with_a_meaning() -> None:
    """Ctrl-C at the keyboard interrupts the program, Ctrl-D ends its input."""
    code = """
try:
    input("? ")
except KeyboardInterrupt:
    print("interrupted")
"""
    assert seen(code, "\x03") == "? ^Cinterrupted\n"
    code = "import sys; print(sys.stdin.readlines())"
    assert seen(code, "one\ntwo\n\x04") == "one\ntwo\n['one\\n', 'two\\n']\n"


def test_screen_of_curses() -> None:
    """A program of curses draws its screen and gets its key."""
    code = """
import curses

def main(screen):
    screen.addstr(2, 4, "press q")
    screen.refresh()
    key = screen.getkey()
    return key, screen.getmaxyx()

print(curses.wrapper(main))
"""
    assert seen(code, "q").endswith("('q', (24, 80))\n")


def test_program_that_never_rests() -> None:
    """A program that draws all the time is typed at all the same."""
    code = """
import select, sys
while not select.select([sys.stdin], [], [], 0.005)[0]:
    print(".", end="", flush=True)
print(sys.stdin.readline().strip(), "came")
"""
    assert seen(code, "stop\n").endswith("stop came\n")


def test_all_that_is_printed_is_seen() -> None:
    """What a program prints in its last moment is seen in whole."""
    assert len(seen("print('x' * 79 + '\\n', end='')\n" * 500)) == 500 * 80


def test_nobody_types_for_a_program_through_its_terminal() -> None:
    """A program cannot put words into the mouth of whoever is at the terminal."""
    code = """
import fcntl, termios
try:
    fcntl.ioctl(0, termios.TIOCSTI, b"x")
except PermissionError:
    print("refused")
"""
    assert seen(code) == "refused\n"


def test_output_on_a_terminal_is_limited() -> None:
    """Too much output ends the run, on a terminal too; so does waiting for ever."""
    code = "while True: print('x' * 1000)"
    assert ended(room(code, tty=True, limits=Limits(output=100_000))).stopped == "output"
    assert ended(room("input('? ')", tty=True, limits=Limits(wall=1))).stopped == "time"


def test_nothing_is_never_still() -> None:
    """Where there is no program, none waits."""
    stillness = Stillness(0)
    assert [stillness.looks() for _ in range(3)] == [0, 0, 0]

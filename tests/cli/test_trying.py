"""`crib try` at a real terminal: keys, signals, sizes, services, and its end."""

import os
import signal
import sys

import pytest

from terminals import Person, person
from toolcrib.app.bundle import open_bundle
from toolcrib.app.trial import prepare_trial
from toolcrib.cli import run_command_line
from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.verify import machine
from toolcrib.verify.machine import Fitness

PROMPT = "\r\n>>> "


def await_prompt(user: Person, *names: str) -> None:
    """Wait until what is imported was said, and then for Python's own first prompt."""
    for name in names:
        user.expect(f">>> import {name}\r\n")
    user.expect(">>> ")


def leave(user: Person) -> None:
    """Type Ctrl-D at the next prompt: before it, the line is not Python's yet, and takes none."""
    user.expect(">>> ")
    user.type("\x04")


@pytest.mark.pod
def test_a_python_with_a_module_imported():
    """What is typed runs, Ctrl-C interrupts it, Ctrl-D ends it, and the terminal is as before."""
    with person("try", "json") as user:
        user.expect("without a network")
        await_prompt(user, "json")
        user.type("json.dumps({'a': 6 * 7})\r")
        user.expect('{"a": 42}\'')
        user.type("import time; print('wait' + 'ing'); time.sleep(60)\r")
        user.expect("waiting")
        user.type("\x03")
        user.expect("KeyboardInterrupt")
        leave(user)
        assert user.end() == 0
        assert user.settings() == user.before


@pytest.mark.pod
def test_the_window_is_passed_on():
    """The inner Python has the size of the outer terminal, and hears when that changes."""
    with person("try", "os", lines=31) as user:
        await_prompt(user, "os")
        user.type("tuple(os.get_terminal_size())\r")
        user.expect("(90, 31)")
        user.resize(33, 71)
        # The signal takes its way through two processes.
        user.type("while os.get_terminal_size().lines != 30 + 3: os.sched_yield()\r\r")
        user.expect(PROMPT)
        user.type("tuple(os.get_terminal_size())\r")
        user.expect("(71, 33)")
        leave(user)
        assert user.end() == 0


@pytest.mark.pod
def test_it_is_closed_and_thrown_away():
    """There is no way out and nothing of the host; what it wrote is gone in the next one."""
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 5)\r"
    with person("try", "os", "pathlib") as user:
        await_prompt(user, "os", "pathlib")
        user.type(code)
        user.expect("Network is unreachable")
        user.type("pathlib.Path.home().joinpath('note').write_text('here')\r")
        user.expect("\r\n4\r\n")
        user.type("exit()\r")
        assert user.end() == 0
    with person("try", "pathlib") as user:
        await_prompt(user, "pathlib")
        user.type("pathlib.Path.home().joinpath('note').exists()\r")
        user.expect("\r\nFalse\r\n")
        leave(user)
        user.end()


@pytest.mark.pod
def test_beside_a_service():
    """A service that is asked for listens on its usual port."""
    with person("try", "--with", "redis", "--lang", "fr", "socket") as user:
        user.expect("À côté, sur localhost : redis")
        await_prompt(user, "socket")
        user.type("c = socket.create_connection(('localhost', 6379)); c.send(b'PING\\n')\r")
        user.expect("\r\n5\r\n")
        user.type("c.recv(9)\r")
        user.expect("+PONG")
        leave(user)
        assert user.end() == 0


@pytest.mark.pod
def test_a_long_paste_is_taken():
    """More than a terminal holds at once is typed bit by bit, while its echo is shown."""
    with person("try", "json") as user:
        await_prompt(user, "json")
        for number in range(400):
            user.type(f"total_{number} = '{'x' * 60}'\r")
            if number % 20 == 0:
                user.expect(f"total_{number}")
        user.type("print(sum(len(v) for k, v in list(globals().items()) if k[:6] == 'total_'))\r")
        user.expect(f"\r\n{400 * 60}\r\n")
        leave(user)
        assert user.end() == 0


@pytest.mark.pod
def test_a_terminal_is_given_back_when_it_is_told_to_end():
    """SIGTERM ends the room, and leaves no terminal on which nothing is echoed."""
    with person("try", "json") as user:
        await_prompt(user, "json")
        assert user.settings() != user.before
        os.kill(user.pid, signal.SIGTERM)
        assert user.end() == 128 + signal.SIGTERM
        assert user.settings() == user.before


def test_it_needs_a_terminal(capsys: pytest.CaptureFixture[str]):
    """In a pipe nobody types: that is said, with what does without."""
    assert run_command_line(["try", "json"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_without_a_closed_room_it_is_refused(monkeypatch: pytest.MonkeyPatch):
    """There is no open way: the command that mends it is named."""
    absent = Fitness(what="rooms", ok=False, detail="no bubblewrap here", mend="apt install it")
    monkeypatch.setattr(machine, "closed_rooms", lambda: absent)
    with open_bundle() as bundle, pytest.raises(RefusedError, match="no bubblewrap") as fault:
        prepare_trial(bundle, ("json",))
    assert fault.value.hint == "apt install it"


@pytest.mark.parametrize(
    ("names", "more", "message"),
    [
        (("jsno",), {}, "'jsno' is no module"),
        (("json",), {"services": ("mysql",)}, "there is no service 'mysql'"),
        (("json",), {"python": "2.6"}, "no Python 2.6 was found here"),
    ],
)
def test_wrong_wishes(names: tuple[str, ...], more: dict[str, object], message: str):
    """What there is not is said before anything is made."""
    with open_bundle() as bundle, pytest.raises(UsageError, match=message):
        prepare_trial(bundle, names, **more)


@pytest.mark.pod
def test_what_is_installed_and_imported():
    """Distributions by what one installs, each once; modules by what one imports."""
    with open_bundle() as bundle:
        try:
            trial = prepare_trial(bundle, ("yaml", "pyyaml", "json", "beautifulsoup4"))
        except ToolcribError as fault:
            pytest.fail(f"uv is an extra that the tests have: {fault}")
    assert trial.order.solution.dependencies == ("PyYAML", "beautifulsoup4")
    assert trial.statements == ("import yaml", "import json", "import bs4")
    assert trial.interpreter.version == f"{sys.version_info[0]}.{sys.version_info[1]}"

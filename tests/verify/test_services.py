"""Real services in real pods."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms import ended, given, room, said
from toolcrib.errors import RefusedError
from toolcrib.model.receipt import Nature
from toolcrib.verify.room import Limits
from toolcrib.verify.services import ALL, NAMES, services_named
from toolcrib.verify.services.service import Service
from toolcrib.verify.systems import host_system
from toolcrib.verify.templates import templates_for

pytestmark = pytest.mark.pod

NOT_REAL = {
    "moto": Nature.EMULATOR,
    "azurite": Nature.EMULATOR,
    "gcs": Nature.EMULATOR,
    "kubernetes": Nature.EMULATOR,
    "mongodb": Nature.EMULATOR,
    "azure": Nature.SIMULATED,
    "gce": Nature.SIMULATED,
    "oauth": Nature.SIMULATED,
    "gpio": Nature.SIMULATED,
    "serial": Nature.SIMULATED,
    "anyhost": Nature.SIMULATED,
    "traffic": Nature.SIMULATED,
}


@pytest.mark.parametrize("name", NAMES)
def test_every_service_starts(name: str) -> None:
    """Each service answers its probe, lives to the end, and tells its version and nature."""
    ending = ended(room("print('here')", **given((name,))))
    assert (ending.stopped, ending.reason, ending.stdout) == ("", "", b"here\n")
    (fact,) = ending.services
    assert fact.name == name
    assert fact.nature is NOT_REAL.get(name, Nature.REAL)
    # The display has no word for its version; that of its package is taken later.
    assert fact.version or name == "display"


def test_services_are_beside_not_inside() -> None:
    """The solution sees neither the processes nor the files of its services."""
    code = """
import os
print([open(f"/proc/{n}/comm").read().strip() for n in os.listdir("/proc") if n.isdigit()])
print(os.listdir("/tmp"))
"""
    answer = said(code, **given(("redis",)))
    assert "redis" not in answer
    assert answer.endswith("[]\n")


def test_key_for_ssh() -> None:
    """The solution's home holds the key and the host's name, so a plain ssh goes through."""
    code = """
import subprocess
done = subprocess.run(["ssh", "-o", "BatchMode=yes", "localhost", "echo from $USER"],
                      capture_output=True, text=True)
print(done.returncode, done.stdout.strip(), done.stderr.strip())
"""
    assert said(code, **given(("openssh",))) == "0 from crib \n"


def test_password_for_ssh() -> None:
    """Its user may log in by the password that the environment names, too."""
    code = """
import os, subprocess
from pathlib import Path
Path("ask").write_text("#!/bin/sh\\necho $SSH_PASSWORD\\n")
Path("ask").chmod(0o700)
asking = {"SSH_ASKPASS": "./ask", "SSH_ASKPASS_REQUIRE": "force"}
done = subprocess.run(["ssh", "-o", "PreferredAuthentications=password", "localhost", "ls"],
                      capture_output=True, text=True, env=os.environ | asking)
print(done.returncode, done.stdout.split(), done.stderr.strip())
"""
    assert said(code, **given(("openssh",))) == "0 ['logs', 'notes.txt'] \n"


def test_service_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that ends at its start is named, with its last words."""
    broken = Service(
        name="broken",
        nature=Nature.REAL,
        program="sh",
        packages=(),
        version="echo 1",
        start="echo no such database >&2; exit 3",
        answers=lambda: False,
    )
    monkeypatch.setattr("toolcrib.verify.services.ALL", (*ALL, broken))
    ending = ended(room("print(1)", services=("broken",)))
    assert ending.stopped == "service"
    assert ending.reason == "broken ended at its start: no such database"


def late(times: int) -> Service:
    """Return a service that answers at its start, and then so many times not."""
    (echo,) = services_named(("echo",))
    left = iter([False] * times)
    started = False

    def answers() -> bool:
        nonlocal started
        if started:
            return next(left, True)
        started = echo.answers()
        return started

    return replace(echo, name="late", answers=answers)


def test_late_answer_at_the_end_is_no_death(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that runs to the end and is slow to say so has not failed; one that is mute has."""
    monkeypatch.setattr("toolcrib.verify.service_room._LATE_SECONDS", 1)
    monkeypatch.setattr("toolcrib.verify.services.ALL", (*ALL, late(3)))
    assert ended(room("print(1)", services=("late",))).stopped == ""
    monkeypatch.setattr("toolcrib.verify.services.ALL", (*ALL, late(10**6)))
    ending = ended(room("print(1)", services=("late",)))
    assert ending.stopped == "service"
    assert ending.reason.startswith("late did not live to the end")


def test_talkative_service_is_not_held_up() -> None:
    """A service that writes more than a pipe holds goes on: its output is taken all the time."""
    code = """
import socket
for number in range(1500):
    with socket.create_connection(("localhost", 1883)) as connection:
        connection.sendall(b"\\x10\\x0c\\x00\\x04MQTT\\x04\\x02\\x00\\x05\\x00\\x00")
        assert connection.recv(4) == b"\\x20\\x02\\x00\\x00"
print("1500 heard")
"""
    assert said(code, **given(("mosquitto",))) == "1500 heard\n"


def test_template_that_fails_is_not_kept(tmp_path: Path) -> None:
    """A template is kept only when its script has succeeded in whole; else its runs are skipped."""
    (postgresql,) = services_named(("postgresql",))
    broken = replace(postgresql, template="false; tar -cf - /etc/hosts")
    with pytest.raises(RefusedError, match="postgresql could not prepare its data"):
        templates_for((broken,), host_system(), tmp_path)
    assert list(tmp_path.glob("templates/*")) == []


def test_memory_of_services_is_limited() -> None:
    """Services that take more memory than they may end the run, as their failure."""
    fields = given(("redis",)) | {"limits": Limits(service_memory=1)}
    ending = ended(room("import time; time.sleep(5)", **fields))
    assert (ending.stopped, ending.reason) == (
        "service",
        "its services took more memory than they may",
    )

"""Real services in real pods."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from rooms import ended, room, said
from toolcrib.app.settings import cache_folder
from toolcrib.errors import ToolcribError
from toolcrib.model.receipt import Nature
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_all
from toolcrib.verify.room import Ending, Limits
from toolcrib.verify.services import ALL, NAMES, services_named
from toolcrib.verify.services.service import Service
from toolcrib.verify.templates import templates_for

pytestmark = pytest.mark.pod

REDIS = """
import socket, sys
with socket.create_connection(("localhost", 6379)) as c:
    def ask(*words):
        c.sendall(b"*%d\\r\\n" % len(words))
        c.sendall(b"".join(b"$%d\\r\\n%s\\r\\n" % (len(word), word) for word in words))
        return c.recv(100).decode().strip()
    print(ask(b"GET", b"name"))
    print(ask(b"SET", b"name", sys.argv[1].encode()))
    print(ask(b"GET", b"name").splitlines()[-1])
"""


def given(names: tuple[str, ...]) -> dict[str, object]:
    """Return the fields of a room with services."""
    services = services_named(names)
    python, cache = this_interpreter(), cache_folder().value
    return {
        "services": names,
        "service_interpreter": python,
        "templates": {n: Path(archive) for n, archive in templates_for(services, cache).items()},
        "service_environments": {
            s.name: environment(kept_lock(s.distributions, (), python, cache), python, cache).path
            for s in services
            if s.distributions
        },
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_service_starts(name: str) -> None:
    """Each service answers its probe, lives to the end, and tells its version and nature."""
    ending = ended(room("print('here')", **given((name,))))
    assert (ending.stopped, ending.reason, ending.stdout) == ("", "", b"here\n")
    (fact,) = ending.services
    assert fact.name == name
    assert fact.nature is (Nature.EMULATOR if name == "moto" else Nature.REAL)
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


def test_pods_do_not_share_services() -> None:
    """Runs at the same time have the same port each, with data of their own, and leave none."""
    jobs = {name: room(REDIS, name, **given(("redis",))) for name in ("ann", "bob", "cem")}

    def work(name: str, slot: int) -> bytes:
        return msgspec.json.encode(run_in_pod(jobs[name], slot))

    for name, answer in run_all(jobs, work, 3):
        assert isinstance(answer, bytes)
        ending = msgspec.json.decode(answer, type=Ending)
        assert ending.stdout.decode().split() == ["$-1", "+OK", name]


def test_key_for_ssh() -> None:
    """The solution's home holds the key and the host's name, so a plain ssh goes through."""
    code = """
import subprocess
done = subprocess.run(["ssh", "-o", "BatchMode=yes", "localhost", "echo from $USER"],
                      capture_output=True, text=True)
print(done.returncode, done.stdout.strip(), done.stderr.strip())
"""
    assert said(code, **given(("openssh",))) == "0 from crib \n"


def test_service_that_ends_is_no_pass() -> None:
    """A service that its solution shuts down makes the run a failure of the service."""
    code = "import socket; socket.create_connection(('localhost', 6379)).sendall(b'SHUTDOWN\\r\\n')"
    ending = ended(
        room(code + "; import time; time.sleep(0.5); print('fine')", **given(("redis",)))
    )
    assert ending.stopped == "service"
    assert "redis did not live to the end" in ending.reason


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
    """A template is kept only when its script has succeeded in whole."""
    (postgresql,) = services_named(("postgresql",))
    broken = replace(postgresql, template="false; tar -cf - /etc/hosts")
    with pytest.raises(ToolcribError, match="postgresql could not prepare its data"):
        templates_for((broken,), tmp_path)
    assert list(tmp_path.glob("templates/*")) == []


def test_memory_of_services_is_limited() -> None:
    """Services that take more memory than they may end the run, as their failure."""
    fields = given(("redis",)) | {"limits": Limits(service_memory=1)}
    ending = ended(room("import time; time.sleep(5)", **fields))
    assert (ending.stopped, ending.reason) == (
        "service",
        "its services took more memory than they may",
    )

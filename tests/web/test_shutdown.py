"""`crib serve` as a process: how it begins, and how it ends."""

import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import httpx2 as httpx
import pytest

COMMAND = [sys.executable, "-m", "toolcrib", "serve", "--pyodide", "none", "--rate", "0"]


class _Server:
    """A process that serves, and its address."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "--port", "0", *options], stderr=subprocess.PIPE, text=True
        )
        assert self.process.stderr
        self.said = self.process.stderr.readline()
        found = re.search(r"http://\S+(?=/ )", self.said)
        assert found, self.said
        self.address = found[0]

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """End it, and return its status and what it said after its first line."""
        self.process.send_signal(how)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said


@pytest.fixture
def server() -> Iterator[_Server]:
    """Return a server of this machine alone."""
    server = _Server()
    yield server
    server.process.kill()
    server.process.communicate()


@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_ends_quietly(server: _Server, how: signal.Signals, status: int) -> None:
    """Ctrl-C and SIGTERM end it at once and without a word, though clients keep connections."""
    with httpx.Client() as client:
        assert client.get(f"{server.address}/healthz").status_code == 200
        assert server.end(how) == (status, "")


def test_finishes_what_runs(server: _Server) -> None:
    """Whoever asked before SIGTERM gets the whole answer."""
    large = b"".join(b"- `urllib2` - case %d\n" % number for number in range(300))
    answers: list[httpx.Response] = []
    address = f"{server.address}/api/v1/check?filename=list.md"
    asker = threading.Thread(
        target=lambda: answers.append(httpx.post(address, content=large, timeout=60))
    )
    asker.start()
    # As soon as it works on the list, the next one has to wait for an answer.
    httpx.get(f"{server.address}/healthz", timeout=60)
    status, said = server.end(signal.SIGTERM)
    asker.join()
    assert (status, said) == (-signal.SIGTERM, "")
    assert [answer.status_code for answer in answers] == [200]
    assert answers[0].json()["findings"]


def test_taken_port(server: _Server) -> None:
    """A port that is taken is said at once, with what to do."""
    port = server.address.rpartition(":")[2]
    done = subprocess.run(
        [*COMMAND, "--port", port], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert f"port {port} of 127.0.0.1 is taken" in done.stderr
    assert "--port" in done.stderr.splitlines()[-1]


def test_strange_host() -> None:
    """An address that this machine does not have is a wrong command line."""
    done = subprocess.run(
        [*COMMAND, "--host", "192.0.2.1"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "no address of this machine" in done.stderr


def test_other_addresses_only_when_asked(server: _Server) -> None:
    """It is reached at the loopback's first address alone, unless --host says otherwise."""
    port = int(server.address.rpartition(":")[2])
    with socket.socket() as probe, pytest.raises(ConnectionRefusedError):
        probe.connect(("127.0.0.2", port))
    everywhere = _Server("--host", "0.0.0.0")  # noqa: S104 -- that is what is asked
    try:
        port = int(everywhere.address.rpartition(":")[2])
        assert httpx.get(f"http://127.0.0.2:{port}/healthz").status_code == 200
    finally:
        assert everywhere.end(signal.SIGINT)[0] == 0

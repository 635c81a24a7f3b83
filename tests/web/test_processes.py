"""`crib serve` with processes that answer questions: what they answer, and what becomes of them."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2 as httpx
import psutil
import pytest

from toolcrib.app.bundle import open_bundle
from toolcrib.web.serving.asking import WAITING
from toolcrib.web.serving.processes import BESIDE

COMMAND = [sys.executable, "-m", "toolcrib", "serve", "--pyodide", "none", "--rate", "0"]
FIND = "/api/v1/find?q="


class _Server:
    """A server in a process group of its own, as a terminal or systemd would start it."""

    def __init__(self, processes: int, cache: Path | None = None) -> None:
        command = [*COMMAND, "--port", "0", "--processes", str(processes)]
        own = {"TOOLCRIB_CACHE": str(cache)} if cache else {}
        env = os.environ | own  # noqa: TID251 -- what a shell would set
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, start_new_session=True, env=env
        )
        assert self.process.stderr
        said = self.process.stderr.readline()
        found = re.search(r"http://\S+(?=/ )", said)
        assert found, said
        self.address = found[0]
        self.client = httpx.Client(base_url=self.address, timeout=60)

    @property
    def family(self) -> list[psutil.Process]:
        """The processes that answer."""
        return psutil.Process(self.process.pid).children(recursive=True)

    @property
    def connections(self) -> int:
        """How many clients it has accepted and not closed."""
        open_ = psutil.Process(self.process.pid).net_connections("tcp")
        return sum(each.status == psutil.CONN_ESTABLISHED for each in open_)

    def ended(self) -> tuple[int, str]:
        """Return the server's status and what it said after its first line."""
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def _serving(processes: int, cache: Path | None = None) -> Iterator[_Server]:
    server = _Server(processes, cache)
    family = server.family
    try:
        yield server
    finally:
        server.client.close()
        server.process.kill()
        server.process.communicate()
        _, left = psutil.wait_procs(family, timeout=10)
        for process in left:
            process.kill()
        assert left == [], "a process outlives the server"


@pytest.fixture(scope="module")
def shared() -> Iterator[_Server]:
    """Return a server with two processes that stays what it is."""
    with _serving(2) as server:
        yield server


@pytest.fixture
def server() -> Iterator[_Server]:
    """Return a server with two processes, of one's own."""
    with _serving(2) as server:
        yield server


@pytest.fixture(scope="module")
def alone() -> Iterator[_Server]:
    """Return a server that answers all by itself."""
    with _serving(0) as server:
        yield server


@contextmanager
def _waiting(server: _Server, paths: list[str]) -> Iterator[list["Future[httpx.Response]"]]:
    """Ask all at the same time, of processes that do not answer before the end of the block."""
    family = server.family
    for process in family:
        process.suspend()
    limits = httpx.Limits(max_connections=None)
    with (
        httpx.Client(base_url=server.address, timeout=120, limits=limits) as client,
        ThreadPoolExecutor(len(paths)) as pool,
    ):
        try:
            asked = [pool.submit(client.get, path) for path in paths]
            _until(lambda: server.connections >= len(paths) or any(each.done() for each in asked))
            # They are connected; that the server has read what they ask is a matter of moments.
            time.sleep(1)
            yield asked
        finally:
            for process in family:
                with suppress(psutil.NoSuchProcess):
                    process.resume()


def _until(what: Callable[[], bool]) -> None:
    """Wait until something has come about."""
    for _ in range(600):
        if what():
            return
        time.sleep(0.05)
    raise AssertionError("it never came about")


def test_as_many_as_asked(shared: _Server, alone: _Server) -> None:
    """There are as many processes as one asks for, and two for lists, or none at all with 0."""
    assert (len(shared.family), len(alone.family)) == (2 + BESIDE, 0)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{FIND}read+a+yaml+config+file", 200),
        (f"{FIND}lire+du+yaml&lang=fr&limit=3", 200),
        (f"{FIND}read+a+toml+file&stdlib=true&python=3.12", 200),
        (f"{FIND}yaml&category=nothing-of-that-name", 404),
        ("/api/v1/what?name=cv2&lang=fr", 200),
        ("/api/v1/compare?m=pyyaml&m=ruamel.yaml", 200),
        ("/api/v1/modules/pypi:pyyaml", 200),
        ("/api/v1/tasks/nothing-of-that-name", 404),
        ("/search/?q=%3Cscript%3E+yaml", 200),
        ("/fr/search/?q=lire+du+yaml", 200),
    ],
)
def test_same_answer(shared: _Server, alone: _Server, path: str, status: int) -> None:
    """A process answers with the bytes, the status and the headers of the server itself."""
    by_process, by_server = shared.client.get(path), alone.client.get(path)
    assert by_process.status_code == by_server.status_code == status
    assert by_process.content == by_server.content
    names = set(by_server.headers) - {"date"}
    assert {n: by_process.headers[n] for n in names} == {n: by_server.headers[n] for n in names}


@pytest.mark.parametrize(("distinct", "copies", "refused"), [(WAITING, 40, 0), (WAITING + 1, 0, 1)])
def test_bound(shared: _Server, distinct: int, copies: int, refused: int) -> None:
    """Beyond its bound a question is turned away at once, and one that many ask counts once."""
    name = f"{FIND}read+a+yaml+file+{refused}x"
    paths = [f"{name}{number}" for number in range(distinct)] + [f"{name}0"] * copies
    with _waiting(shared, paths) as asked:
        # The site, and who looks after it, need no process.
        assert shared.client.get("/search/?q=yaml").status_code == 200
        assert shared.client.get("/healthz").status_code == 200
        assert [each.done() for each in asked].count(True) == refused
    answers = [each.result() for each in asked]
    late = [answer for answer in answers if answer.status_code != 200]
    assert len(late) == refused
    for answer in late:
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        assert answer.json()["error"] == "too many questions at once"
        assert answer.json()["hint"]


def test_who_goes_away_does_not_matter(shared: _Server) -> None:
    """Others get the answer to a question although the first who asked it has gone."""
    path = f"{FIND}draw+a+chart+of+tides"
    with _waiting(shared, [path]) as asked:
        with pytest.raises(httpx.TimeoutException):
            httpx.get(f"{shared.address}{path}", timeout=0.5)
        assert not asked[0].done()
    assert asked[0].result().status_code == 200


def test_replaced(server: _Server) -> None:
    """Processes that are killed at work are replaced, and what they were asked is answered."""
    first = {process.pid for process in server.family}
    with _waiting(server, [f"{FIND}read+a+toml+file+{number}" for number in range(60)]) as asked:
        for process in server.family:
            process.kill()
    assert {each.result().status_code for each in asked} == {200}
    now = {process.pid for process in server.family}
    assert (len(now), now & first) == (2, set())


_ENDS = pytest.mark.parametrize(
    ("how", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)]
)


@_ENDS
def test_group_ends(server: _Server, how: signal.Signals, status: int) -> None:
    """Ctrl-C, and SIGTERM to all as systemd sends it, end it without a word; who asked is answered.

    Those who keep a connection open do not keep the server.
    """
    assert server.client.get("/healthz").status_code == 200
    with _waiting(server, [f"{FIND}read+a+toml+file"]) as asked:
        os.killpg(server.process.pid, how)
        time.sleep(0.5)
    assert asked[0].result().status_code == 200
    assert server.ended() == (status, "")


@_ENDS
def test_ends_in_the_end(how: signal.Signals, status: int) -> None:
    """What is not answered within five seconds of the signal is turned away, with no traceback."""
    with _serving(1) as server:
        with _waiting(server, [f"{FIND}read+a+toml+file"]) as asked:
            server.process.send_signal(how)
            late = asked[0].result()
            assert (late.status_code, late.json()["error"]) == (503, "the server ends")
            assert "retry-after" in late.headers
            ended, said = server.ended()
        assert ended == status
        assert len(said.splitlines()) == 1, said


def test_long_check_does_not_keep_it(server: _Server) -> None:
    """A list that takes long to check keeps neither a quick question nor the end of the server."""
    lines = (f"- `urllib2` - case {number} of `requests`\n" for number in range(25_000))
    with ThreadPoolExecutor(1) as pool:
        path = f"{server.address}/api/v1/check?filename=list.md"
        asked = pool.submit(httpx.post, path, content="".join(lines)[:1_000_000], timeout=120)
        before = {each: each.cpu_times().user for each in server.family}
        _until(lambda: any(each.cpu_times().user > then + 0.5 for each, then in before.items()))
        assert server.client.get(f"{FIND}read+a+toml+file").status_code == 200
        assert not asked.done()
        server.process.send_signal(signal.SIGTERM)
        assert asked.result().status_code == 503
    ended, said = server.ended()
    assert (ended, len(said.splitlines())) == (-signal.SIGTERM, 1), said


def test_server_is_killed(server: _Server) -> None:
    """Where the server is killed outright, its processes end by themselves."""
    family = server.family
    server.process.kill()
    assert len(psutil.wait_procs(family, timeout=10)[0]) == len(family) == 2 + BESIDE


def test_bundle_is_gone(tmp_path: Path) -> None:
    """When the catalog has changed since, the server goes on answering from what it was."""
    with open_bundle() as bundle:
        copy = tmp_path / "bundles" / Path(bundle.path).name
        copy.parent.mkdir()
        shutil.copy(bundle.path, copy)
    with _serving(1, tmp_path) as server:
        copy.unlink()
        for process in server.family:
            process.kill()
        answer = server.client.get(f"{FIND}read+a+yaml+config+file")
        assert (answer.status_code, answer.json()["hits"][0]["id"]) == (200, "pypi:pyyaml")

"""Verification on a Dask cluster of real processes: scheduler, workers and caller.

Nothing of Dask runs in the process of the tests: it has threads, and tests fork.
"""

import contextlib
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from small import write_catalog
from toolcrib.catalog.receipts import read_receipts
from toolcrib.model.receipt import Receipt
from toolcrib.verify.interpreters import this_interpreter

pytestmark = pytest.mark.pod

HERE = this_interpreter().version
JSON = ("json", "import json\nprint(json.dumps({'a': 1}))\n", '{"a": 1}\n')
SLOW = ("re", "import re, time\ntime.sleep(60)\n", "")
DASK = [sys.executable, "-m", "dask"]
QUIET = ["--no-dashboard"]


class Cluster:
    """A scheduler on loopback, and workers that can be killed one by one."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        """Start the scheduler."""
        self.folder = folder
        self._stack = stack
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        self.address = awaited(self._scheduler.stderr, r"Scheduler at:\s+(tcp://\S+)")
        self.workers: list[subprocess.Popen[str]] = []

    def add_workers(self, number: int) -> None:
        """Start workers that offer the Python of the tests, and wait until they are registered."""
        what = ("--no-nanny", "--nthreads", "1", "--resources", f"python{HERE}=1")
        where = ("--host", "127.0.0.1", "--local-directory", str(self.folder / "dask"))
        new = [self._start("worker", self.address, *what, *where) for _ in range(number)]
        for worker in new:
            awaited(worker.stderr, r"(Registered to)")
        self.workers += new

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen([*DASK, *arguments, *QUIET], stderr=subprocess.PIPE, text=True)
        self._stack.callback(ended, process)
        return process

    def left(self) -> list[str]:
        """Return the processes of runs that the workers have asked for and that still are there."""
        asked = {f"toolcrib.app.work\0{worker.pid}\0" for worker in self.workers}
        return [line for line in command_lines() if any(one in line for one in asked)]


def ended(process: subprocess.Popen[str]) -> None:
    """End a process of the tests and take what it has written."""
    process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def awaited(stream: IO[str] | None, pattern: str) -> str:
    """Read lines until one matches, and return its first group."""
    assert stream is not None
    read = []
    for line in stream:
        read.append(line)
        if match := re.search(pattern, line):
            return match[1]
    raise AssertionError("".join(read))


def command_lines() -> Iterator[str]:
    """Yield the command lines of all processes of this machine."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield path.read_text(errors="replace")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """Return a scheduler without workers; all that was started is ended, and nothing is left."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    with contextlib.ExitStack() as stack:
        yield (started := Cluster(tmp_path, stack))
    # A killed worker's run ends with it, but a moment later: whoever kills does not wait for it.
    deadline = time.monotonic() + 30
    while left := started.left():
        assert time.monotonic() < deadline, left


@contextlib.contextmanager
def caller(address: str, catalog: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Start a verification on a cluster."""
    # Whoever runs the tests in the background has Ctrl-C ignored, and hands that on.
    heard = ["env", "--default-signal=INT", sys.executable]
    command = [*heard, "-m", "toolcrib", "verify", "--catalog", str(catalog)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    arguments = ["--scheduler", address, "--python", HERE, *options]
    with subprocess.Popen([*command, *arguments], **streams) as process:
        yield process


def rest(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return what a verification still has to say, on stdout and on stderr, once it has ended."""
    assert process.stdout is not None
    assert process.stderr is not None
    talk = process.stderr.read()
    said = process.stdout.read()
    process.wait()
    return said, talk


def receipts(folder: Path) -> list[Receipt]:
    """Return the receipts of a catalog's tests."""
    return [one for found in read_receipts(folder / "receipts").values() for one in found]


def test_lost_worker_loses_no_receipt(tmp_path: Path, cluster: Cluster) -> None:
    """A worker that is killed in the middle costs its runs only: they are done by the others."""
    catalog = write_catalog(tmp_path, {f"dump-{number:02}": JSON for number in range(15)})
    cluster.add_workers(3)
    with caller(cluster.address, catalog) as process:
        assert process.stderr is not None
        told = [awaited(process.stderr, r"^\[ *\d+/30\] (.*)") for _ in range(6)]
        cluster.workers[1].kill()
        said, talk = rest(process)
    assert (process.returncode, "skipped" in said) == (0, False), said + talk
    told += re.findall(r"^\[ *\d+/30\] (.*)", talk, re.MULTILINE)
    assert len(told) == len(set(told)) == 30
    kept = receipts(tmp_path)
    assert set(Counter(receipt.key for receipt in kept).values()) == {1}
    assert len(kept) == 30
    assert all(receipt.is_good for receipt in kept)


def test_what_nobody_offers_is_a_gap(tmp_path: Path, cluster: Cluster) -> None:
    """Runs that no worker can do are told with what is missing, and the others are done."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    cluster.add_workers(1)
    with caller(cluster.address, catalog, "--python", "3.99", "--patience", "1") as process:
        said, _ = rest(process)
    assert process.returncode == 3
    assert "skipped: dump: no worker offers python3.99;" in said
    assert {receipt.cell.python for receipt in receipts(tmp_path)} == {HERE}


def test_worker_that_comes_late(tmp_path: Path, cluster: Cluster) -> None:
    """Runs wait for a worker as long as the caller has patience."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    with caller(cluster.address, catalog, "--patience", "60") as process:
        assert process.stderr is not None
        awaited(process.stderr, r"(runs are due)")
        cluster.add_workers(1)
        rest(process)
    assert process.returncode == 0
    assert len(receipts(tmp_path)) == 2


def test_no_worker_at_all(tmp_path: Path, cluster: Cluster) -> None:
    """A scheduler without workers is a fault with the way to start one, and not a wait."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    with caller(cluster.address, catalog, "--patience", "1") as process:
        _, talk = rest(process)
    assert process.returncode == 3
    assert "crib: no worker is connected to the scheduler" in talk
    assert f"crib doctor --worker {cluster.address}" in talk


def test_no_scheduler(tmp_path: Path) -> None:
    """An address at which nobody answers is a fault with the way to start one."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    with caller("tcp://127.0.0.1:9", catalog, "--patience", "1") as process:
        _, talk = rest(process)
    assert process.returncode == 3
    assert "no scheduler answers at tcp://127.0.0.1:9" in talk


def test_interrupt_cancels_what_waits(tmp_path: Path, cluster: Cluster) -> None:
    """Ctrl-C ends the caller with 130; what came back is kept, and nobody does the rest."""
    catalog = write_catalog(tmp_path, {"dump": JSON, **{f"wait-{n}": SLOW for n in range(4)}})
    cluster.add_workers(1)
    with caller(cluster.address, catalog) as process:
        assert process.stderr is not None
        awaited(process.stderr, r"^\[ *\d+/10\] (.*)")
        process.send_signal(signal.SIGINT)
        _, talk = rest(process)
    assert process.returncode == 130, talk
    assert "interrupted" in talk
    assert len(receipts(tmp_path)) == 1

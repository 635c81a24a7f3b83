"""Each outcome of a run, made to happen; and what runs again, and how often."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from small import HEADER, write_catalog
from toolcrib.app import roads
from toolcrib.app.clock import utc_now
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.receipts import read_receipts
from toolcrib.model.receipt import Outcome, Receipt
from toolcrib.verify.interpreters import this_interpreter

pytestmark = pytest.mark.pod

HERE = (this_interpreter().version,)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a cache of its own."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))


def verification(folder: Path, code: str, settings: str = "", **wish: object) -> Verification:
    """Return a verification of one task that is to print `fine`."""
    catalog = write_catalog(folder, {"do": ("re", f"import re\n{code}\n", "fine\n")})
    with (catalog / "tasks/do/task.toml").open("a") as file:
        file.write(settings)
    return Verification(VerifyWish(catalog=catalog, pythons=HERE, **wish), utc_now)


def outcome(folder: Path, code: str, settings: str = "", **wish: object) -> Receipt:
    """Return the receipt of one run of the solution with its module."""
    runs = verification(folder, code, settings, **wish).run()
    (receipt,) = (receipt for _, receipt in runs if not receipt.blocked)
    return receipt


@pytest.mark.parametrize(
    ("code", "settings", "wanted"),
    [
        ("print('fine')", "", Outcome.PASSED),
        ("print('well')", "", Outcome.WRONG_OUTPUT),
        ("raise SystemExit('no luck')", "", Outcome.FAILED),
        ("import time; time.sleep(30)", "[run]\ntimeout = 1\n", Outcome.TIMED_OUT),
        ("x = bytearray(600 << 20)", "[run]\nmemory = 32\n", Outcome.OUT_OF_MEMORY),
        (
            "import time; x = b'1' * (64 << 20); time.sleep(9)",
            "[run]\nmemory = 32\n",
            Outcome.OUT_OF_MEMORY,
        ),
        ("print('x' * (2 << 20))", "", Outcome.TOO_MUCH_OUTPUT),
        (
            """import socket; s = socket.create_connection(('localhost', 6379))
s.sendall(b'SHUTDOWN\\r\\n'); s.recv(1); print('fine')""",
            '[run]\nservices = ["redis"]\n',
            Outcome.SERVICE_FAILED,
        ),
    ],
)
def test_outcome(tmp_path: Path, code: str, settings: str, wanted: Outcome) -> None:
    """A program that ends in some way gets the outcome that is named for it."""
    assert outcome(tmp_path, code, settings).outcome is wanted


@pytest.fixture
def empty_index(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Serve an index that has nothing, and yield the paths that it was asked for."""
    asked: list[str] = []

    class Nothing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Nothing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://127.0.0.1:{server.server_port}/simple")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield asked
        server.shutdown()
        thread.join()


def test_what_cannot_be_installed(tmp_path: Path, empty_index: list[str]) -> None:
    """A distribution that its index does not have is told in its receipt, and in no other way."""
    runs = verification(tmp_path, "print('fine')")
    solution = tmp_path / "catalog/tasks/do/with_re.py"
    wanted = 'dependencies = ["nothing-of-that-name"]'
    solution.write_text(solution.read_text().replace("dependencies = []", wanted))
    runs = Verification(VerifyWish(catalog=tmp_path / "catalog", pythons=HERE), utc_now)
    (receipt,) = (receipt for _, receipt in runs.run() if not receipt.blocked)
    assert receipt.outcome is Outcome.CANNOT_INSTALL
    assert "nothing-of-that-name" in receipt.reason
    assert any("nothing-of-that-name" in path for path in empty_index)
    kept = [r for path in read_receipts(tmp_path / "receipts").values() for r in path]
    assert [r.blocked for r in kept] == [False]


def test_missing_package_skips(tmp_path: Path) -> None:
    """A job that this machine cannot do is skipped with the reason, and leaves no receipt."""
    runs = verification(
        tmp_path, "print('fine')", '[run]\npackages = ["no-such-package"]\n', system="host"
    )
    assert list(runs.run()) == []
    reasons = {skip.reason for skip in runs.queue.skipped}
    assert reasons == {"it needs system packages: no-such-package"}
    assert not list((tmp_path / "receipts").glob("*/*.jsonl"))


SEED = "import os; seed = os.environ['PYTHONHASHSEED']"


def test_failure_that_passes_again_is_flaky(tmp_path: Path) -> None:
    """A failure is made again at once; when it then passes, the word is flaky, not passed."""
    receipt = outcome(tmp_path, f"{SEED}\nprint('fine' if seed == '1' else 'well')")
    assert receipt.outcome is Outcome.FLAKY
    assert receipt.reason.startswith("wrong output, then passed")


def test_other_hash_seed_shows_what_hangs_on_it(tmp_path: Path) -> None:
    """What passes once passes a check; asked for twice, it shows that it hangs on the seed."""
    code = f"{SEED}\nprint('fine' if seed == '0' else 'well')"
    assert outcome(tmp_path, code).outcome is Outcome.PASSED
    assert outcome(tmp_path, code, twice=True).outcome is Outcome.FLAKY


def test_our_own_fault_is_no_word_on_the_solution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run whose process dies is tried once more, and then told without a receipt."""
    log = tmp_path / "tried"

    def dies(*_: object) -> bytes:
        with log.open("a") as file:
            file.write("x")
        raise RuntimeError("broken")

    monkeypatch.setattr(roads, "_do", dies)
    found = [receipt for _, receipt in verification(tmp_path, "print('fine')").run()]
    assert {receipt.outcome for receipt in found} == {Outcome.OUR_FAULT}
    assert len(log.read_text()) == 2 * len(found)
    assert not list((tmp_path / "receipts").glob("*/*.jsonl"))


def test_stale_leaves_out_what_was_never_run(tmp_path: Path) -> None:
    """With --stale only what had a receipt that no longer holds is due."""
    list(verification(tmp_path, "print('fine')").run())
    write_catalog(tmp_path, {"more": ("re", "import re\nprint('more')\n", "more\n")})
    catalog = tmp_path / "catalog"
    solution = catalog / "tasks/do/with_re.py"
    solution.write_text(HEADER.format(module="re") + "import re\nprint('fine')  # still\n")

    def due(*, stale: bool) -> set[str]:
        wish = VerifyWish(catalog=catalog, pythons=HERE, stale=stale)
        return {job.task.id for job in Verification(wish, utc_now).plan.jobs}

    assert due(stale=False) == {"do", "more"}
    assert due(stale=True) == {"do"}

"""Proof from a folder to receipts."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.app.author import accept, try_task
from toolcrib.app.clock import utc_now
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.receipts import read_receipts
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.proof import Word, prove
from toolcrib.model.receipt import Outcome, Receipt
from toolcrib.model.task import source_digest
from toolcrib.verify.interpreters import this_interpreter

pytestmark = pytest.mark.pod

JSON = ("json", "import json\nprint(json.dumps({'a': 1}))\n", '{"a": 1}\n')
HERE = (this_interpreter().version,)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a cache of its own."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))


def verification(catalog: Path, *names: str) -> Verification:
    """Return a verification on the Python of the tests."""
    return Verification(VerifyWish(catalog=catalog, names=names, pythons=HERE), utc_now)


def verified(catalog: Path) -> list[Receipt]:
    """Verify a catalog and return the receipts."""
    return [receipt for _, receipt in verification(catalog).run()]


def test_receipts_are_written_once(tmp_path: Path) -> None:
    """A first verification writes a receipt for each run, a second one finds nothing to do."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    receipts = verified(catalog)
    assert [(r.blocked, r.outcome) for r in sorted(receipts, key=lambda r: r.blocked)] == [
        (False, Outcome.PASSED),
        (True, Outcome.FAILED),
    ]
    kept = read_receipts(tmp_path / "receipts")["std:json"]
    assert sorted(kept, key=str) == sorted(receipts, key=str)
    again = verification(catalog)
    assert (again.plan.jobs, again.plan.holding) == ((), 2)


def test_receipts_prove(tmp_path: Path) -> None:
    """The receipts of a solution that passes, and fails without its module, prove it."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    receipts = verified(catalog)
    content = verification(catalog).catalog
    task = content.tasks["dump"]
    digest = source_digest(task, task.solutions[0], content.files["dump"])
    proof = prove(task, task.solutions[0], digest, receipts, confirmed=False)
    assert (proof.word, proof.on) == (Word.PROVEN, HERE)


def test_module_that_is_not_needed(tmp_path: Path) -> None:
    """A solution that passes without its module proves nothing."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "print(1)\n", "1\n")})
    blocked = [receipt for receipt in verified(catalog) if receipt.blocked]
    assert [(r.outcome, r.is_good) for r in blocked] == [(Outcome.PASSED, False)]


def test_driver_and_keyboard_prove(tmp_path: Path) -> None:
    """A server is proven by what its driver saw, a dialogue by what a person saw."""
    serve = """
import http.server
http.server.HTTPServer(("localhost", 8000), http.server.SimpleHTTPRequestHandler).serve_forever()
"""
    drive = """
import urllib.request
print(urllib.request.urlopen("http://localhost:8000/drive.py").read()[:7])
"""
    ask = "import getpass\nprint(len(getpass.getpass('Password: ')), input('Name: '))\n"
    tasks = {
        "serve": ("http.server", serve, "b'\\nimport'\n"),
        "ask": ("getpass", ask, "Password: \nName: Ada\n4 Ada\n"),
    }
    catalog = write_catalog(tmp_path, tasks)
    (catalog / "tasks/serve/drive.py").write_text(drive.replace("/drive.py", "/page.txt"))
    (catalog / "tasks/serve/input").mkdir()
    (catalog / "tasks/serve/input/page.txt").write_text(drive)
    runs = {"serve": 'driver = "drive.py"', "ask": 'tty = true\nstdin = "hush\\nAda\\n"'}
    for name, run in runs.items():
        with (catalog / f"tasks/{name}/task.toml").open("a") as file:
            file.write(f"[run]\n{run}\n")
    receipts = verified(catalog)
    assert {(r.task, r.blocked, str(r.outcome), r.is_good) for r in receipts} == {
        ("serve", False, "passed", True),
        ("serve", True, "failed", True),
        ("ask", False, "passed", True),
        ("ask", True, "failed", True),
    }, receipts


def test_changed_solution_is_run_again(tmp_path: Path) -> None:
    """A change makes the receipts of that solution stale, and of no other."""
    tasks = {
        "dump": JSON,
        "cut": ("re", "import re\nprint(re.split(',', 'a,b'))\n", "['a', 'b']\n"),
    }
    catalog = write_catalog(tmp_path, tasks)
    verified(catalog)
    write_catalog(tmp_path, {"dump": ("json", JSON[1] + "# more\n", JSON[2])})
    assert {(job.task.id, job.why) for job in verification(catalog).plan.jobs} == {
        ("dump", "changed since")
    }


def test_failure_is_kept_with_its_words(tmp_path: Path) -> None:
    """A receipt of a failure holds its reason and what was printed."""
    code = "import json\nprint('half')\nraise SystemExit('no luck')\n"
    catalog = write_catalog(tmp_path, {"dump": ("json", code, "")})
    (receipt,) = (r for r in verified(catalog) if not r.blocked)
    assert receipt.outcome is Outcome.FAILED
    assert receipt.reason == "exit 1\nno luck"
    assert receipt.output == "half\n"


def test_stopped_verification_keeps_what_it_has(tmp_path: Path) -> None:
    """When a verification is stopped, the receipts that it has yielded are on the disk."""
    slow = ("re", "import re, time\ntime.sleep(60)\n", "")
    catalog = write_catalog(tmp_path, {"dump": JSON, "wait": slow})
    runs = verification(catalog, "dump", "wait").run()
    _, receipt = next(runs)
    runs.close()
    assert read_receipts(tmp_path / "receipts")["std:json"] == (receipt,)


def test_interrupt_ends_all_and_loses_nothing(tmp_path: Path) -> None:
    """Ctrl-C ends the command with 130, keeps each receipt that was earned, leaves no process."""
    word = f"marked-{os.getpid()}-{tmp_path.name}"
    slow = ("re", f"import re, time\nx = '{word}'\ntime.sleep(60)\n", "")
    catalog = write_catalog(tmp_path, {"dump": JSON, "wait": slow})
    # Whoever runs the tests in the background has Ctrl-C ignored, and hands that on.
    heard = ["env", "--default-signal=INT", sys.executable]
    command = [*heard, "-m", "toolcrib", "verify", "--catalog", str(catalog), "-j", "2"]
    with subprocess.Popen(
        [*command, "--python", HERE[0]],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        while not line.startswith("["):
            line = process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait() == 130
    assert "interrupted" in rest
    kept = read_receipts(tmp_path / "receipts")
    assert len(kept) == 1
    running = map(_stat, Path("/proc").glob("[0-9]*"))
    assert [stat for stat in running if stat[4] == str(process.pid)] == []


def _stat(process: Path) -> list[str]:
    """Return name, state, parent, group and session of a process."""
    try:
        name, _, rest = (process / "stat").read_text().rpartition(")")
    except OSError:
        return [""] * 5
    return [name, *rest.split()[:4]]


def test_two_at_once(tmp_path: Path) -> None:
    """A second verification of the same receipts says who is at work, and writes nothing."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    first = verification(catalog).run()
    next(first)
    with pytest.raises(ToolcribError, match="another `crib verify` is at work"):
        next(verification(catalog, "dump").run())
    first.close()


def test_unknown_name(tmp_path: Path) -> None:
    """A name that is neither a task nor a module is a usage error."""
    with pytest.raises(UsageError, match="'nothing' is neither"):
        verification(write_catalog(tmp_path, {"dump": JSON}), "nothing")


def test_accept(tmp_path: Path) -> None:
    """The author sees the difference; what is accepted is written, and marked as captured."""
    catalog = write_catalog(tmp_path, {"dump": (*JSON[:2], "old\n")})
    acceptance, printed = try_task(catalog, "dump")
    assert [line for line in acceptance.difference if re.match(r"[-+]\w|[-+]\{", line)] == [
        "-old",
        '+{"a": 1}',
    ]
    accept(acceptance, printed)
    task = catalog / "tasks/dump"
    assert (task / "expected.txt").read_text() == '{"a": 1}\n'
    assert 'expected_from = "captured"' in (task / "task.toml").read_text()
    assert try_task(catalog, "dump")[0].difference == ()


def test_plan_made_before_somebody_else_ran(tmp_path: Path) -> None:
    """A verification that was planned early loses no receipt that came in meanwhile."""
    tasks = {"dump": JSON, "load": ("json", "import json\nprint(json.loads('1'))\n", "1\n")}
    catalog = write_catalog(tmp_path, tasks)
    early = verification(catalog, "dump")
    list(verification(catalog, "load").run())
    list(early.run())
    kept = {receipt.task for receipt in read_receipts(tmp_path / "receipts")["std:json"]}
    assert kept == {"dump", "load"}


def test_fault_of_the_network_is_not_the_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the index cannot be reached, nothing is said of the solution, and nothing written."""
    catalog = write_catalog(tmp_path, {"dump": JSON})
    program = catalog / "tasks/dump/with_json.py"
    text = program.read_text().replace("dependencies = []", 'dependencies = ["PyYAML"]')
    program.write_text(text)
    for name in ("UV_INDEX_URL", "UV_DEFAULT_INDEX"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/simple")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv"))
    outcomes = {receipt.outcome for receipt in verified(catalog)}
    assert outcomes == {Outcome.OUR_FAULT}
    assert read_receipts(tmp_path / "receipts") == {}


def test_bar_that_is_never_hit(tmp_path: Path) -> None:
    """A solution that fails for another reason has not shown that it needs its module."""
    code = (
        "import sys\nif sys.argv[0] != 'with_json.py' or 'runpy' in sys.modules:\n    sys.exit(1)\n"
    )
    catalog = write_catalog(tmp_path, {"dump": ("json", code, "")})
    receipts = {receipt.blocked: receipt for receipt in verified(catalog)}
    assert receipts[False].is_good
    assert receipts[True].outcome is Outcome.FAILED
    assert not receipts[True].is_good


def test_import_by_a_function_is_barred_too(tmp_path: Path) -> None:
    """A module that is imported by importlib counts as needed."""
    code = "import importlib\nprint(importlib.import_module('json').dumps(1))\n"
    catalog = write_catalog(tmp_path, {"dump": ("json", code, "1\n")})
    assert all(receipt.is_good for receipt in verified(catalog))

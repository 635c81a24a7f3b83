"""Proof in a browser, from a folder to receipts and words."""

from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.app.clock import utc_now
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.proving import prove_all
from toolcrib.catalog.receipts import read_receipts
from toolcrib.errors import UsageError
from toolcrib.model.receipt import Outcome
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.room import Interpreter

HERE = this_interpreter().version
TASKS = {
    "dump": ("json", "import json\nprint(json.dumps({'a': 1}))\n", '{"a": 1}\n'),
    "list": ("subprocess", "import subprocess\nsubprocess.run(['echo', 'a'])\n", "a\n"),
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of the test's own."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache"


def verification(catalog: Path, *pythons: str) -> Verification:
    """Return a verification on some Pythons."""
    return Verification(VerifyWish(catalog=catalog, pythons=pythons), utc_now)


@pytest.mark.pod
def test_what_runs_in_a_browser(tmp_path: Path, cache: Path, pyodide: Interpreter) -> None:
    """Receipts of both platforms stand side by side, and the words keep them apart."""
    (cache / "pyodide").symlink_to(pyodide.prefix.parent)
    catalog = write_catalog(tmp_path, TASKS)
    found = {
        (job.task.id, job.cell.name): receipt.outcome
        for job, receipt in verification(catalog, "pyodide", HERE).run()
        if not job.blocked
    }
    assert found == {
        ("dump", HERE): Outcome.PASSED,
        ("dump", "Pyodide 3.14"): Outcome.PASSED,
        ("list", HERE): Outcome.PASSED,
        ("list", "Pyodide 3.14"): Outcome.FAILED,
    }
    again = verification(catalog, "pyodide")
    assert (again.plan.jobs, again.plan.holding) == ((), 2)
    proofs = prove_all(again.catalog, read_receipts(tmp_path / "receipts"))
    assert [proof.phrase for proof in proofs.values()] == [
        f"proven on {HERE}, runs in the browser",
        f"proven on {HERE}",
    ]


def test_browser_that_is_not_here(tmp_path: Path, cache: Path) -> None:
    """Asked for by its name, Pyodide must be here; without a name it is left out."""
    assert list(cache.iterdir()) == []
    catalog = write_catalog(tmp_path, TASKS)
    with pytest.raises(UsageError) as fault:
        verification(catalog, "pyodide")
    assert fault.value.hint == "crib system build pyodide"
    assert all(not i.cell.in_browser for i in verification(catalog).interpreters)

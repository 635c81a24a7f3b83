"""Solutions whose distributions are built, from the catalog to the receipts."""

from pathlib import Path

import pytest

from dists import sdist, write_index
from small import write_catalog
from toolcrib.app.clock import utc_now
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.receipts import read_locks
from toolcrib.model.receipt import Outcome, Receipt
from toolcrib.verify import heavy
from toolcrib.verify.environment import environment_folder
from toolcrib.verify.interpreters import this_interpreter

pytestmark = pytest.mark.pod

PYTHON = this_interpreter()
CODE = "import json, good\nprint(json.dumps(good.VERSION))\n"


@pytest.fixture
def catalog(tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalog with a solution that needs what has no wheel."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    sdist(files, "good")
    write_index(files.parent)
    catalog = write_catalog(tmp_path, {"dump": ("json", CODE, '"1.0"\n')})
    program = catalog / "tasks/dump/with_json.py"
    text = program.read_text().replace("dependencies = []", 'dependencies = ["good"]')
    program.write_text(text.replace('"std:json"\n', '"std:json"\n# build = ["good"]\n'))
    return catalog


def verified(catalog: Path, **wish: object) -> list[Receipt]:
    """Verify a catalog on the Python of the tests and this machine's own system."""
    whole = VerifyWish(catalog=catalog, pythons=(PYTHON.version,), system="host", **wish)
    return [receipt for _, receipt in Verification(whole, utc_now).run()]


def test_receipts_name_the_sdist(catalog: Path, tmp_path: Path) -> None:
    """A run with what was built passes, and its lock says from which source and to which wheel."""
    receipts = verified(catalog)
    assert {(r.blocked, r.outcome) for r in receipts} == {
        (False, Outcome.PASSED),
        (True, Outcome.FAILED),
    }
    (lock,) = read_locks(tmp_path / "receipts").values()
    (package,) = lock.packages
    assert len(package.sdist) == len(package.hashes[0]) == 64
    assert {r.lock for r in receipts} == set(read_locks(tmp_path / "receipts"))


def test_latest_is_built(catalog: Path, files: Path) -> None:
    """With a newer sdist the latest lock differs, so its runs are due; the old one held before."""
    verified(catalog)
    assert verified(catalog) == []
    assert verified(catalog, latest=True) == []
    sdist(files, "good", "2.0")
    write_index(files.parent)
    assert verified(catalog) == []
    outcomes = {r.blocked: r.outcome for r in verified(catalog, latest=True)}
    assert outcomes[False] is Outcome.WRONG_OUTPUT


def test_failed_build_is_recorded(catalog: Path, files: Path) -> None:
    """What cannot be built cannot be installed, and the receipt says why in a line."""
    sdist(files, "good", built="raise SystemExit('no compiler here')")
    write_index(files.parent)
    assert {(r.outcome, r.reason) for r in verified(catalog)} == {
        (Outcome.CANNOT_INSTALL, "good-1.0.tar.gz cannot be built: no compiler here")
    }


@pytest.mark.parametrize("keep", [False, True])
def test_heavy_environment(
    keep: bool,  # noqa: FBT001 -- of the two cases
    catalog: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both runs of a solution have its heavy environment; then it is removed, unless kept."""
    monkeypatch.setattr(heavy, "HEAVY", 1)
    wish = VerifyWish(catalog=catalog, pythons=(PYTHON.version,), system="host", keep=keep)
    verification = Verification(wish, utc_now)
    receipts = [receipt for _, receipt in verification.run()]
    assert [r.outcome for r in receipts if not r.blocked] == [Outcome.PASSED]
    (line,) = verification.heavy.news()
    assert line.startswith(f"heavy: good on {PYTHON.version} takes 0 MB; ")
    assert line.endswith("kept" if keep else "removed after use (--keep keeps it)")
    (lock,) = read_locks(catalog.parent / "receipts").values()
    folder = environment_folder(lock, PYTHON, catalog.parent / "cache")
    assert folder.exists() is keep
    assert [receipt for _, receipt in Verification(wish, utc_now).run()] == []

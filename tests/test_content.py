"""The catalog of this repository: without faults, proven, and still true when it is run again."""

import random
import shutil
from pathlib import Path

import pytest

from toolcrib.app.clock import utc_now
from toolcrib.app.lint import lint
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_locks, read_receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.receipt import CLOSED, Nature, Receipt
from toolcrib.model.task import source_digest

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
SAMPLE = 6


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return read_catalog(ROOT / "catalog")


@pytest.fixture(scope="module")
def receipts() -> list[Receipt]:
    """Return all receipts."""
    return [r for of_module in read_receipts(ROOT / "receipts").values() for r in of_module]


def test_content_has_no_faults() -> None:
    """The content passes the check that `crib verify --lint` prints."""
    assert [f"{fault.place}: {fault.message}" for fault in lint(ROOT / "catalog")] == []


def test_every_solution_has_its_receipts(catalog: Catalog, receipts: list[Receipt]) -> None:
    """Each solution has, of its source as it is, a good receipt for each Python and one without."""
    good = {
        (r.task, r.solution, r.source, r.cell.python, r.blocked)
        for r in receipts
        if r.is_good and r.grade in CLOSED
    }
    missing = []
    for task in catalog.tasks.values():
        for solution in task.solutions:
            source = source_digest(task, solution, catalog.files[task.id])
            wanted = [(python, False) for python in PYTHONS] + [(PYTHONS[0], True)]
            missing += [
                f"{task.id}/{solution.file} {python} {blocked}"
                for python, blocked in wanted
                if (task.id, solution.file, source, python, blocked) not in good
            ]
    assert missing == []


def test_receipts_belong_to_solutions(catalog: Catalog, receipts: list[Receipt]) -> None:
    """No receipt is left of a solution that is gone."""
    there = {(t.id, s.file, s.module) for t in catalog.tasks.values() for s in t.solutions}
    assert {(r.task, r.solution, r.module) for r in receipts} <= there


def test_locks_and_pictures_are_kept(receipts: list[Receipt]) -> None:
    """What a receipt names is there, and nothing else is."""
    locks = read_locks(ROOT / "receipts")
    assert {r.lock for r in receipts if r.lock} == set(locks)
    pictures = {path.stem for path in (ROOT / "receipts/pictures").glob("*.png")}
    assert {digest for r in receipts for digest in r.pictures.values()} == pictures


def test_module_is_in_its_lock(receipts: list[Receipt], catalog: Catalog) -> None:
    """A receipt for a distribution was earned with that distribution installed."""
    locks = read_locks(ROOT / "receipts")
    for receipt in receipts:
        module = catalog.modules[receipt.module]
        if not module.is_std:
            names = {package.name for package in locks[receipt.lock].packages}
            assert {receipt.module.removeprefix("pypi:"), module.install_name.lower()} & names


def test_stand_ins_are_named(receipts: list[Receipt]) -> None:
    """Every receipt of a run beside an emulator says so."""
    beside = {s.name: s.nature for r in receipts for s in r.services}
    assert beside["moto"] is Nature.EMULATOR
    assert {nature for name, nature in beside.items() if name != "moto"} == {Nature.REAL}


@pytest.mark.pod
@pytest.mark.index
def test_fair_sample(tmp_path: Path, catalog: Catalog) -> None:
    """Solutions drawn by lot pass again with their locks, and need their modules."""
    for folder in ("catalog", "receipts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    names = random.SystemRandom().sample(sorted(catalog.tasks), SAMPLE)
    wish = VerifyWish(catalog=tmp_path / "catalog", names=tuple(names), again=True)
    verification = Verification(wish, utc_now)
    outcomes = {job.label: receipt for job, receipt in verification.run()}
    assert len(outcomes) == len(verification.plan.jobs) > 0
    assert {label: r.reason for label, r in outcomes.items() if not r.is_good} == {}
    assert verification.skipped == []

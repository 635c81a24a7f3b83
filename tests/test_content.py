"""The catalog of this repository: without faults, proven, and still true when it is run again."""

import random
import shutil
from pathlib import Path

import pytest

from toolcrib.app.clock import utc_now
from toolcrib.app.lint import lint
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_locks, read_measurements, read_receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.receipt import PROVING, Nature, Outcome, Receipt
from toolcrib.model.task import source_digest
from toolcrib.verify.heavy import HEAVY
from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.verify.machine import missing_packages
from toolcrib.verify.plan import allows
from toolcrib.verify.services import services_named
from toolcrib.verify.systems import host_system

ROOT = Path(__file__).resolve().parents[1]
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
    """Each solution, as it is, passed on each Python that it allows and can be installed on.

    There is at least one such, and one run without its module.
    """
    found = {
        (r.task, r.solution, r.source, "" if r.blocked else r.cell.python): r
        for r in receipts
        if r.grade in PROVING and not r.cell.in_browser
    }
    missing = []
    for task in catalog.tasks.values():
        for solution in task.solutions:
            key = (task.id, solution.file, source_digest(task, solution, catalog.files[task.id]))
            allowed = [p for p in SUPPORTED if allows(solution.requires_python, p)]
            of_it = {python: found.get((*key, python)) for python in (*allowed, "")}
            good = [python for python, receipt in of_it.items() if receipt and receipt.is_good]
            missing += [
                f"{task.id}/{solution.file} {python or 'without its module'}"
                for python, receipt in of_it.items()
                if python not in good
                and not (python and receipt and receipt.outcome is Outcome.CANNOT_INSTALL)
            ]
            missing += [] if set(good) - {""} else [f"{task.id}/{solution.file} anywhere"]
    assert missing == []


def test_receipts_belong_to_solutions(catalog: Catalog, receipts: list[Receipt]) -> None:
    """No receipt is left of a solution that is gone."""
    there = {(t.id, s.file, s.module) for t in catalog.tasks.values() for s in t.solutions}
    assert {(r.task, r.solution, r.module) for r in receipts} <= there


def test_measurements_belong_to_solutions(catalog: Catalog) -> None:
    """No measurement is left of a solution that is gone, and each stands in its task's file."""
    there = {(t.id, s.file, s.module) for t in catalog.tasks.values() for s in t.solutions}
    measured = read_measurements(ROOT / "receipts")
    assert {(m.task, m.solution, m.module) for m in measured} <= there
    files = {path.stem for path in (ROOT / "receipts/measurements").iterdir()}
    assert {m.task for m in measured} == files


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
        if not module.is_std and receipt.outcome is not Outcome.CANNOT_INSTALL:
            names = {package.name for package in locks[receipt.lock].packages}
            assert {receipt.module.removeprefix("pypi:"), module.install_name.lower()} & names


def test_stand_ins_are_named(receipts: list[Receipt]) -> None:
    """Every receipt of a run beside a service says what that is: as the service itself does."""
    beside = {s.name: s.nature for r in receipts for s in r.services}
    assert beside["moto"] is Nature.EMULATOR
    assert beside == {s.name: s.nature for s in services_named(tuple(beside))}


@pytest.mark.pod
@pytest.mark.index
def test_fair_sample(tmp_path: Path, catalog: Catalog) -> None:
    """Solutions drawn by lot end as their receipts say, with the locks of those."""
    every = [r for path in read_receipts(ROOT / "receipts").values() for r in path]
    heavy = {r.task for r in every if r.installed_size > HEAVY}  # minutes, and gigabytes
    for folder in ("catalog", "receipts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    here = [
        id_
        for id_, task in catalog.tasks.items()
        if not missing_packages((), task.run.packages, host_system())
        # Whoever runs the tests has not said that container engines may run.
        and task.run.profile != "privileged"
        and id_ not in heavy
    ]
    names = random.SystemRandom().sample(sorted(here), SAMPLE)
    wish = VerifyWish(catalog=tmp_path / "catalog", names=tuple(names), again=True)
    kept = {r.key: r.outcome for r in every}
    verification = Verification(wish, utc_now)
    found = {job.key: receipt for job, receipt in verification.run()}
    assert len(found) == len(verification.plan.jobs) > 0
    # Where nobody has run it before, it has to pass.
    other = {
        key: receipt.reason
        for key, receipt in found.items()
        if (receipt.outcome != kept[key] if key in kept else not receipt.is_good)
    }
    assert other == {}
    assert verification.queue.skipped == []

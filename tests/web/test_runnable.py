"""Which solutions run in the reader's browser, and what the browser is given of them."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from content import JSON, YAML, catalog, module, receipt, solution, task
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.model.receipt import EMSCRIPTEN, Cell, Grade, Outcome
from toolcrib.model.task import Run, TaskFiles
from toolcrib.web.runnable import Program, Runnable, runnable, sheet, untried

BROWSER = Cell(python="3.14", platform=EMSCRIPTEN)
FILES = TaskFiles(expected="42 rows\n", inputs={"rows.csv": b"a,b\n\xff"})
LATER = datetime(2026, 11, 3, tzinfo=UTC)


def bundle_of(folder: Path, *receipts: dict[str, object], run: Run | None = None) -> Bundle:
    """Return a bundle with a task of two solutions; the receipts are those of the first one."""
    count = task(
        "count-rows",
        solution(JSON, "import json\n\nprint('42 rows')"),
        solution(YAML, "import yaml\n\nprint('42 rows')", "PyYAML"),
        run=run or Run(args=("rows.csv",)),
    )
    made = catalog([module(JSON), module(YAML)], [count], files={count.id: FILES})
    lines = tuple(
        receipt(count, count.solutions[0].file, FILES, **{"cell": BROWSER, **each})
        for each in receipts
    )
    compile_bundle(made, {JSON: lines}, folder / "bundle.sqlite")
    return Bundle(str(folder / "bundle.sqlite"))


def test_passed_in_a_browser(tmp_path: Path) -> None:
    """One that passed there as it is now has a button; the other one, untried, has none."""
    with bundle_of(tmp_path, {}) as bundle:
        found = list(runnable(bundle))
    assert found == [Runnable(task="count-rows", file="with_json.py", python="3.14")]


@pytest.mark.parametrize(
    "receipts",
    [
        (),
        ({"cell": Cell(python="3.14")},),
        ({"outcome": Outcome.WRONG_OUTPUT},),
        ({"blocked": True, "outcome": Outcome.FAILED, "reason": "barred"},),
        ({"source": "0" * 64},),
        ({"grade": Grade.PLAIN},),
        ({}, {"outcome": Outcome.FAILED, "when": LATER}),
    ],
)
def test_no_word_that_it_passes(tmp_path: Path, receipts: tuple[dict[str, object], ...]) -> None:
    """A native run, a failure, a barred or open room, another source: there is no button."""
    with bundle_of(tmp_path, *receipts) as bundle:
        assert list(runnable(bundle)) == []


def test_what_needs_more_than_python(tmp_path: Path) -> None:
    """A task with a service has no button, whatever a receipt says."""
    with bundle_of(tmp_path, {}, run=Run(services=("redis",))) as bundle:
        assert list(runnable(bundle)) == []
        assert list(untried(bundle)) == []


def test_untried(tmp_path: Path) -> None:
    """What could not be installed may run with packages that the builder has; the rest is known."""
    with bundle_of(tmp_path, {}) as bundle:
        assert [one.file for _, one in untried(bundle)] == ["with_pyyaml.py"]


def test_sheet(tmp_path: Path) -> None:
    """It says all that a run takes, bytes as Base64, and the room as `crib verify` makes it."""
    with bundle_of(tmp_path, {}) as bundle:
        of_task = bundle.task("count-rows")
        assert of_task is not None
        made = sheet(bundle, of_task, {"with_json.py": Program(code="print(1)")})
    told = msgspec.json.decode(msgspec.json.encode(made))
    assert told["inputs"] == {"rows.csv": "YSxiCv8="}
    assert (told["args"], told["exit"], told["timeout"]) == (["rows.csv"], 0, 60)
    assert told["expected"] == "42 rows\n"
    assert told["programs"]["with_json.py"]["proven"] is True
    assert told["folder"] == "/home/crib/task"
    assert told["environment"]["PYTHONHASHSEED"] == "0"
    assert (told["output_limit"], told["picture_limit"]) == (1024 * 1024, 256 * 1024)

"""From the solutions of a task to what they take."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.app.clock import utc_now
from toolcrib.app.measure import Measured, MeasureWish, Measuring, on_one_python
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_measurements
from toolcrib.cli import run_command_line
from toolcrib.errors import UsageError
from toolcrib.model.receipt import Cell
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.plan import Job

HERE = this_interpreter().version
JSON = ("json", "import json\nprint(json.dumps(1))\n", "1\n")
SECOND = "with_re.py"


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalog with one task that two modules do, and one that only one does."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    cut = ("re", "import re\nprint(re.sub('a', '1', 'a'))\n", "1\n")
    folder = write_catalog(tmp_path, {"print": JSON, "cut": cut})
    (folder / "tasks/cut/with_re.py").rename(folder / "tasks/print" / SECOND)
    (folder / "tasks/cut/with_json.py").write_text(
        (folder / "tasks/print/with_json.py").read_text()
    )
    return folder


def measured(catalog: Path, *names: str, python: str = HERE) -> list[Measured]:
    """Measure a catalog, and return what came of it."""
    wish = MeasureWish(catalog=catalog, names=names, python=python)
    return list(Measuring(wish, utc_now).run())


@pytest.mark.pod
def test_measured_beside_one_another(catalog: Path) -> None:
    """A task with two solutions is measured in turn, on one Python, and written to one file."""
    (task,) = measured(catalog)
    assert (task.task, task.left_out) == ("print", ())
    kept = read_measurements(catalog.parent / "receipts")
    assert kept == task.measurements
    assert [each.solution for each in kept] == ["with_json.py", SECOND]
    assert len({each.circumstances for each in kept}) == 1
    for each in kept:
        assert each.rounds == 9
        assert 0 < each.figures.cpu_time.low <= each.figures.wall_time.most
        assert each.figures.import_time is not None
        assert each.figures.peak_memory.low > 1 << 20
        assert each.python.startswith(HERE)
    assert list((catalog.parent / "receipts").iterdir()) == [
        catalog.parent / "receipts/measurements"
    ]


@pytest.mark.pod
def test_solution_that_fails_is_left_out(catalog: Path) -> None:
    """What does not pass is not measured, and its reason is told; the others are."""
    program = catalog / "tasks/print" / SECOND
    program.write_text(program.read_text() + "raise SystemExit('no luck')\n")
    (task,) = measured(catalog, "print")
    assert [each.solution for each in task.measurements] == ["with_json.py"]
    (left_out,) = task.left_out
    assert left_out.label == f"print/{SECOND} on {HERE}"
    assert left_out.reason == "failed: exit 1\nno luck"


@pytest.mark.pod
def test_verify_measures_what_is_named(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A task that is named is measured though it has but one solution."""
    words = ["verify", "--measure", "cut", "--catalog", str(catalog), "--python", HERE]
    assert run_command_line(words) == 0
    said = capsys.readouterr()
    assert said.out.startswith("cut: 1 measured")
    assert "  with_json.py: CPU " in said.out
    assert "1 task is to be measured" in said.err


def test_one_python_at_a_time(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two Pythons are told to be one too many, a missing one that it is missing."""
    words = ["verify", "--measure", "--catalog", str(catalog), "--python", HERE, "--python", "3.1"]
    assert run_command_line(words) == 2
    assert "one Python" in capsys.readouterr().err
    with pytest.raises(UsageError, match=r"no Python 3\.1 was found here"):
        measured(catalog, python="3.1")


@pytest.mark.parametrize(
    ("passed", "chosen"),
    [
        ([], "3.14"),
        ([("with_json.py", "3.9")], "3.9"),
        ([("with_json.py", "3.9"), ("with_json.py", "3.14"), (SECOND, "3.14")], "3.14"),
        ([("with_json.py", "3.14"), ("with_json.py", "3.13"), (SECOND, "3.13")], "3.13"),
        (
            [(file, version) for file in ("with_json.py", SECOND) for version in ("3.9", "3.13")],
            "3.13",
        ),
    ],
)
def test_newest_python_on_which_most_passed(
    catalog: Path, passed: Sequence[tuple[str, str]], chosen: str
) -> None:
    """Solutions can be compared only where they run; else the newest Python it is."""
    task = read_catalog(catalog).tasks["print"]
    jobs = [
        Job(
            task=task,
            solution=solution,
            interpreter=this_interpreter(),
            cell=Cell(python=version),
            source="",
            blocked=False,
            why="",
        )
        for version in ("3.9", "3.13", "3.14")
        for solution in task.solutions
    ]
    keys = frozenset((task.id, file, Cell(python=version), False) for file, version in passed)
    found = on_one_python(jobs, keys)
    assert {job.cell.python for job in found} == {chosen}
    assert len(found) == 2

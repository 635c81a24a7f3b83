"""`crib check` as it is typed, printed, and left with a status."""

import io
import json
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

import named
from toolcrib.app import check as app_check
from toolcrib.app import example_runs
from toolcrib.app.examples import ExampleProgram, Runs
from toolcrib.app.names import Asked
from toolcrib.cli import run_command_line
from toolcrib.errors import RefusedError
from toolcrib.model.example import ExampleOutcome, ExampleRun

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Judge by the names of the tests, in an empty folder."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", named.asked)
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "list.md") -> str:
    """Write a list into the present folder."""
    Path(name).write_text(text, encoding="utf-8")
    return name


CLEAN = "- os - files\n- re - patterns\n"
WARNED = "- docker-py - containers\n- os - files\n"
WRONG = "- imp - imports\n- os - files\n"
OPEN = "- os - files\n- re - patterns\n- zxqvwk - things\n"


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, [], 0),
        (WARNED, [], 0),
        (WARNED, ["--fail-on", "warning"], 1),
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (WRONG, ["--target", "3.11"], 0),
        (OPEN, [], 1),
        (OPEN, ["--offline"], 0),
        (OPEN, ["--offline", "--strict"], 3),
        (CLEAN, ["--offline", "--strict"], 0),
    ],
)
def test_the_status_says_what_was_found(text: str, options: list[str], status: int):
    """Findings from a level on, and names left open under --strict."""
    assert run_command_line(["check", *options, write(text)]) == status


def test_offline_says_what_it_leaves_open(capsys: Output):
    """The names stand in the report; one line beside it says how to ask."""
    run_command_line(["check", "--offline", write(OPEN)])
    captured = capsys.readouterr()
    assert "zxqvwk: not looked up" in captured.out
    assert "1 left unchecked" in captured.err


def test_the_report_names_place_code_and_fix(capsys: Output):
    """Results go to stdout."""
    run_command_line(["check", write(WARNED)])
    captured = capsys.readouterr()
    assert (
        "  1:3  warning  TC301  docker-py is an old name (as of 2026-11-20); take docker"
        in captured.out
    )
    assert "fix: docker\n" in captured.out
    assert captured.err == ""


EXAMPLE = "### `os`\n\n```python\nimport os\n```\n\n### `re`\n"


def no_rooms() -> None:
    """Refuse, as a machine without bubblewrap does."""
    raise RefusedError("bubblewrap is not installed", "apt install bubblewrap")


def test_examples_need_a_closed_room(capsys: Output, monkeypatch: pytest.MonkeyPatch):
    """Without one nothing runs, and a line says what mends it."""
    monkeypatch.setattr(example_runs, "require_closed_rooms", no_rooms)
    assert run_command_line(["check", write(EXAMPLE)]) == 0
    assert run_command_line(["check", "--run", write(EXAMPLE)]) == 3
    captured = capsys.readouterr()
    assert "apt install bubblewrap" in captured.err


@pytest.mark.parametrize(
    ("outcome", "options", "status"),
    [
        (ExampleOutcome.PASSED, ["--strict"], 0),
        (ExampleOutcome.FAILED, [], 1),
        (ExampleOutcome.FAILED, ["--fail-on", "never"], 0),
        (ExampleOutcome.UNCHECKED, [], 0),
        (ExampleOutcome.UNCHECKED, ["--strict"], 3),
    ],
)
def test_examples_decide_the_status_too(
    monkeypatch: pytest.MonkeyPatch,
    capsys: Output,
    outcome: ExampleOutcome,
    options: list[str],
    status: int,
):
    """A failed one is an error; one that could not be run is left open. What it wrote is shown."""

    def run(programs: tuple[ExampleProgram, ...], _: object, target: str, *, online: bool) -> Runs:
        assert (target, online) == ("3.12", True)
        run = ExampleRun(path="list.md", line=3, names=("os",), outcome=outcome, errors="a\x1b[2J")
        return Runs(runs=(run,) * len(programs))

    monkeypatch.setattr(example_runs, "run_examples", run)
    command = ["check", "--run", "--target", "3.12", *options, write(EXAMPLE)]
    assert run_command_line(command) == status
    shown = capsys.readouterr().out
    assert f"  3  {outcome}" in shown
    assert "\x1b" not in shown


def test_examples_are_recorded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """What was run is kept, a line each, under the list's name alone; what was not run is not."""

    def run(programs: tuple[ExampleProgram, ...], *_: object, **__: object) -> Runs:
        (program,) = programs
        passed = ExampleRun(
            path=program.path, line=3, names=("os",), outcome=ExampleOutcome.PASSED, source="ab"
        )
        left = replace(passed, line=9, outcome=ExampleOutcome.UNCHECKED)
        return Runs(runs=(passed, left))

    monkeypatch.setattr(example_runs, "run_examples", run)
    kept = tmp_path / "kept" / "runs.jsonl"
    command = ["check", "--run", "--target", "3.12", "--record", str(kept)]
    assert run_command_line([*command, write(EXAMPLE)]) == 0
    (line,) = kept.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"] == "ab"
    assert json.loads(line)["path"] == "list.md"
    assert run_command_line(["check", "--record", str(kept), write(EXAMPLE)]) == 2
    (tmp_path / "file").touch()
    command[-1] = str(tmp_path / "file" / "runs.jsonl")
    assert run_command_line([*command, write(EXAMPLE)]) == 2


def test_json_is_one_object(capsys: Output):
    """For programs, with a schema number."""
    assert run_command_line(["check", "--format", "json", write(WRONG)]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["findings"][0]["code"]) == (1, "TC201")


def test_a_file_that_is_not_there_is_wrong_usage_after_the_others(capsys: Output):
    """One sentence on it, and the other files are checked."""
    assert run_command_line(["check", "none.md", write(WRONG)]) == 2
    captured = capsys.readouterr()
    assert "there is no file none.md" in captured.err
    assert "TC201" in captured.out


def test_without_any_file_there_is_no_report(capsys: Output):
    """No report says that nothing was wrong in what was never read."""
    for form in ("text", "json"):
        assert run_command_line(["check", "--format", form, "none.md"]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "there is no file none.md" in captured.err


def test_a_file_that_cannot_be_read_leaves_the_check_unfinished(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
):
    """It is said in the report, after the other files were checked."""

    def deny(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(CLEAN, "closed.md")
    monkeypatch.setattr(Path, "read_bytes", deny)
    assert run_command_line(["check", "closed.md"]) == 3
    shown = capsys.readouterr().out
    assert "closed.md  cannot be read: Permission denied" in shown
    assert shown.endswith("\nnothing was read\n")


def test_an_index_that_does_not_answer_is_an_unfinished_check(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
):
    """Not offline by wish: the status says so, even where there are findings."""
    failed = Asked(lookup=lambda _: None, failed={"zxqvwk": "the index did not answer"})
    monkeypatch.setattr(app_check, "ask", lambda *_: failed)
    assert run_command_line(["check", write(OPEN + WRONG)]) == 3
    assert "zxqvwk: the index did not answer" in capsys.readouterr().out


def test_standard_input_is_a_list_too(capsys: Output, monkeypatch: pytest.MonkeyPatch):
    """A dash stands for it."""
    stdin = io.TextIOWrapper(io.BytesIO(WRONG.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run_command_line(["check", "-"]) == 1
    assert "<stdin>\n" in capsys.readouterr().out


def test_a_list_cannot_control_the_terminal(capsys: Output):
    """Escapes and marks that turn text around are shown, not obeyed."""
    write("- os - files\n- re - x\n- `evil\x1b[2J\u202ename` - y\n", "b\u202e.md")
    run_command_line(["check", "b\u202e.md"])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_nothing_to_check_is_wrong_usage(capsys: Output):
    """A command without files does nothing quietly."""
    assert run_command_line(["check"]) == 2
    assert "Missing argument" in capsys.readouterr().err

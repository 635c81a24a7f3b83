"""run, use, new, doctor and tour as their users meet them."""

import json
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.cli import run_command_line
from toolcrib.model.task import Solution
from toolcrib.verify import machine
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.machine import Fitness

pytestmark = pytest.mark.pod

Captured = pytest.CaptureFixture[str]


def test_run(capsys: Captured) -> None:
    """The output of the program is the output, and what is said of the run is said beside it."""
    assert run_command_line(["run", "read-and-write-json"]) == 0
    said = capsys.readouterr()
    assert "Café Müller: 133.50" in said.out
    assert said.err.startswith("passed: read-and-write-json with std:json (Python 3.")
    assert "grade host" in said.err


def test_run_with_own_arguments(capsys: Captured) -> None:
    """Arguments take the place of the task's own, and the program's status is passed on."""
    assert run_command_line(["run", "check-a-port", "--", "localhost", "1"]) == 1
    said = capsys.readouterr()
    assert said.out == "localhost:1 closed, status 1\nalert, exit status 1\n"
    assert "ran: check-a-port" in said.err
    assert "beside echo" in said.err


def test_run_with_a_service(capsys: Captured) -> None:
    """A service that is asked for runs beside the program."""
    assert run_command_line(["run", "--with", "redis", "read-and-write-json"]) == 0
    assert "beside redis 7" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "read-and-write-jsno"], "did you mean read-and-write-json"),
        (["run", "--solution", "yaml", "read-and-write-json"], "there are: std:json"),
        (["run", "--with", "mysql", "read-and-write-json"], "there is no service 'mysql'"),
        (["run", "--python", "2.7", "read-and-write-json"], "no Python 2.7 was found here"),
        (["run", "read-and-write-json", "x"], "read-and-write-json takes no arguments"),
        (["use", "read-and-write-json"], "read-and-write-json is no tool"),
        (["use", "json"], "'json' is a module, no task"),
        (["get", "pyyaml", "x"], "its tasks are: "),
        (["compare", "json"], "its tasks are: "),
        (["compare", "check-a-port", "read-a-yaml-config"], "'check-a-port' is a task"),
        (["list", "--here", __file__], "is no environment"),
        (["list", "--lang", "xx"], "'xx' is not one of 'en', 'fr'"),
        (["new", "task", "Bad Name"], "is no name for a task"),
        (["verify", "nothing-like-it"], "is neither a task nor a module"),
        (["verify", "--catalog", "/nowhere"], "/nowhere is no catalog"),
        (["verify", "--patience", "nan"], "'nan' is not a valid integer"),
        (["verify", "--accept"], "--accept needs the name of a task"),
        (["verify", "--accept", "--dry-run", "check-a-port"], "accepting is a run of its own"),
        (["verify", "--accept", "--again", "check-a-port"], "accepting is a run of its own"),
        (["verify", "--measure", "--dry-run"], "measuring is a run of its own"),
        (["verify", "--measure", "--scheduler", "x"], "measuring is a run of its own"),
    ],
)
def test_wrong_command_lines(capsys: Captured, arguments: list[str], message: str) -> None:
    """What is wrong on the command line is said in a sentence, with status 2."""
    assert run_command_line(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert message in said.err
    assert "Traceback" not in said.err


NO_ROOM = Fitness(what="rooms", ok=False, detail="no bubblewrap here", mend="apt install it")


def test_own_programs_run_plainly(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a closed room toolcrib's own programs run all the same, and it is said."""
    monkeypatch.setattr(machine, "closed_rooms", lambda: NO_ROOM)
    assert run_command_line(["run", "read-and-write-json"]) == 0
    said = capsys.readouterr()
    assert "Café Müller" in said.out
    assert "It ran in no closed room" in said.err
    assert "grade plain" in said.err


@pytest.mark.parametrize("extra", [[], ["--unsafe"]])
def test_services_need_a_room(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, extra: list[str]
) -> None:
    """Without a closed room a program with a service refuses, and says what mends it."""
    monkeypatch.setattr(machine, "closed_rooms", lambda: NO_ROOM)
    assert run_command_line(["run", *extra, "use-redis"]) == 3
    assert "apt install it" in capsys.readouterr().err


def test_foreign_programs_need_a_room(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small: Path
) -> None:
    """Without a closed room a program of the user refuses, and runs at the word of its user."""
    monkeypatch.setattr(machine, "closed_rooms", lambda: NO_ROOM)
    monkeypatch.setenv("TOOLCRIB_CATALOGS", str(small))
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    assert run_command_line(["run", "foreign"]) == 3
    assert "it is no program of toolcrib's own" in capsys.readouterr().err
    assert run_command_line(["run", "--unsafe", "foreign"]) == 0
    assert "grade unsafe" in capsys.readouterr().err


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a catalog of the user's with one task."""
    return write_catalog(
        tmp_path, {"foreign": ("json", "import json\nprint(json.dumps(1))\n", "1\n")}
    )


def test_use(capfd: pytest.CaptureFixture[str]) -> None:
    """A tool runs on this machine with the user's arguments, and its status is passed on."""
    assert run_command_line(["use", "check-a-port", "--", "localhost", "1"]) == 1
    assert capfd.readouterr().out == "localhost:1 closed, status 1\nalert, exit status 1\n"


@pytest.mark.parametrize(
    ("typed", "passed_on"),
    [
        (["check-a-port", "--solution", "asyncio", "--", "-v", "x"], ("-v", "x")),
        (["--solution", "asyncio", "check-a-port", "a", "--count", "3"], ("a", "--count", "3")),
        (["check-a-port", "--solution=asyncio", "--", "--", "--show"], ("--", "--show")),
        (["check-a-port", "--", "--solution", "x"], ("--solution", "x")),
        (["check-a-port"], ()),
    ],
)
def test_what_a_tool_is_given(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], passed_on: tuple[str, ...]
) -> None:
    """Options of crib stand on either side of the name; one -- is taken away, the rest is kept."""
    given: list[tuple[str, tuple[str, ...]]] = []

    def use_tool(solution: Solution, args: tuple[str, ...]) -> int:
        given.append((solution.module, args))
        return 0

    monkeypatch.setattr("toolcrib.app.use.use_tool", use_tool)
    assert run_command_line(["use", *typed]) == 0
    ((module, args),) = given
    assert args == passed_on
    by_asyncio = any("asyncio" in word for word in typed)
    assert module == ("std:asyncio" if by_asyncio else "std:socket")


def test_use_sees_the_users_files(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tool works in the user's own folder."""
    (tmp_path / "a.log").write_text("")
    monkeypatch.chdir(tmp_path)
    assert run_command_line(["use", "find-files-by-pattern", ".", "*.log"]) == 0
    assert capfd.readouterr().out == "a.log\n"


def test_tool_stands_alone(capsys: Captured, tmp_path: Path) -> None:
    """A tool can be shown and saved, as the very text that was proven."""
    assert run_command_line(["use", "--show", "check-a-port"]) == 0
    shown = capsys.readouterr().out
    assert run_command_line(["use", "--save", str(tmp_path / "port.py"), "check-a-port"]) == 0
    assert (tmp_path / "port.py").read_text() == shown
    assert shown.startswith("# /// script\n")
    assert run_command_line(["use", "--save", str(tmp_path / "port.py"), "check-a-port"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_list_of_tasks(capsys: Captured) -> None:
    """All tasks can be listed, tools and others."""
    assert run_command_line(["list", "--tasks", "--format", "json"]) == 0
    shelves = json.loads(capsys.readouterr().out)["shelves"]
    listed = {entry["task"] for shelf in shelves for entry in shelf["entries"]}
    assert {"read-and-write-json", "check-a-port"} <= listed


def test_pictures_are_kept(capsys: Captured, tmp_path: Path) -> None:
    """A picture is kept where the user wants it."""
    assert run_command_line(["run", "--out", str(tmp_path), "draw-a-chart"]) == 0
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert f"picture: {tmp_path}" in capsys.readouterr().out


def test_doctor(capsys: Captured) -> None:
    """The doctor looks at rooms, environments, Pythons and every service, and always ends well."""
    assert run_command_line(["doctor", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["found"]
    names = [entry["what"] for entry in found if not entry["what"].startswith("service ")]
    assert names == [
        "closed rooms (bubblewrap)",
        "walls",
        "memory limits",
        "grade",
        "packets",
        "system debian-12",
        "system debian-sid",
        "environments (uv)",
        "Pythons",
        "runs as in a browser (Pyodide)",
        "packages that solutions use",
        "cache",
    ]
    assert all(entry["ok"] or entry["mend"] for entry in found)
    assert {entry["ok"] for entry in found if entry["what"].startswith("service ")} == {True}


def test_line_that_starts_workers(capsys: Captured) -> None:
    """The doctor prints, and nothing else, what lets this machine work for a scheduler."""
    assert run_command_line(["doctor", "--worker", "tcp://host:8786"]) == 0
    line = capsys.readouterr().out
    assert line.startswith("dask worker tcp://host:8786 --nthreads 1 --nworkers ")
    assert f"python{this_interpreter().version}=1," in line
    assert ",display=1" in line
    assert (line.count("\n"), line[-2:]) == (1, '"\n')


def test_tour(capsys: Captured) -> None:
    """The tour answers a question, runs five programs, and names three commands."""
    assert run_command_line(["tour"]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n✓ ") == 5
    assert "✗" not in said.out
    assert "PyYAML: Read a YAML configuration file" in said.out
    assert said.out.rstrip().splitlines()[-4] == "Next:"


def test_output_cannot_control_the_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What a solution prints reaches the terminal with its controls made visible."""
    code = "import json\nprint('\\x1b]0;title\\x07 \\u202eevil')\n"
    monkeypatch.setenv(
        "TOOLCRIB_CATALOGS", str(write_catalog(tmp_path, {"bad": ("json", code, "")}))
    )
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    assert run_command_line(["run", "bad"]) == 1
    out = capsys.readouterr().out
    assert out == "\\x1b]0;title\\x07 \\u202eevil\n"


def test_verification_of_nothing(capsys: Captured, tmp_path: Path) -> None:
    """A verification in which no solution may run here is no success."""
    catalog = write_catalog(tmp_path, {"new": ("json", "", "")})
    program = catalog / "tasks/new/with_json.py"
    program.write_text(program.read_text().replace(">=3.11", ">=3.99"))
    assert run_command_line(["verify", "--catalog", str(catalog)]) == 2
    assert "nothing that was asked for runs on Python" in capsys.readouterr().err


def test_nothing_is_stale_where_nothing_was_run(capsys: Captured, tmp_path: Path) -> None:
    """Without any receipt there is nothing for --stale to do, and that is no fault."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "import json\nprint(1)\n", "1\n")})
    assert run_command_line(["verify", "--stale", "--catalog", str(catalog)]) == 0
    assert "Nothing to run: all 0 receipts hold" in capsys.readouterr().out


def test_dry_run_of_lint_tells_of_faults(capsys: Captured, tmp_path: Path) -> None:
    """A fault in the content is told by the exit status, whether anything is run or not."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "import json\nprint(1)\n", "1\n")})
    task = catalog / "tasks/dump/task.toml"
    task.write_text(task.read_text().replace('"text"', '"nowhere"'))
    words = ["verify", "--lint", "--dry-run", "--catalog", str(catalog)]
    assert run_command_line(words) == 1
    assert "1 runs are due" in capsys.readouterr().out

"""The set-up of a checkout: stamps, locks, the program that starts toolcrib."""

import os
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import bootstrap
import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("found", "level", "expected"),
    [
        ("stamp run", "run", True),
        ("stamp test", "run", True),
        ("stamp test", "test", True),
        ("stamp run", "test", False),
        ("older run", "run", False),
        ("", "run", False),
    ],
)
def test_a_stamp_suffices(found: str, level: str, *, expected: bool) -> None:
    """An environment for the tests serves `run` too; another stamp serves nobody."""
    assert bootstrap.suffices(found, level, "stamp") is expected


def test_the_second_start_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes while the folder is held says so, and gets in when it is free."""
    order = []
    waits = threading.Event()

    def second() -> None:
        with bootstrap.locked(tmp_path):
            order.append("second")

    def say(what: str) -> None:
        order.append(what)
        waits.set()

    monkeypatch.setattr(bootstrap, "say", say)
    thread = threading.Thread(target=second)
    with bootstrap.locked(tmp_path):
        thread.start()
        assert waits.wait(timeout=60)
        order.append("first")
    thread.join(timeout=60)
    assert order == ["another start is at it; waiting", "first", "second"]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for a checkout, in which steps are noted and not done."""
    environment = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", environment)
    monkeypatch.setattr(bootstrap, "PYTHON", environment / "bin" / "python")
    monkeypatch.setattr(bootstrap, "STAMP", environment / "toolcrib.stamp")
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    for step in ("make_environment", "install", "link_checkout"):
        monkeypatch.setattr(bootstrap, step, lambda *_, step=step: note(tmp_path, step))
    return tmp_path


def note(folder: Path, step: str) -> None:
    """Note a step, and whether a stamp was there meanwhile."""
    stamped = " with stamp" if (folder / ".venv" / "toolcrib.stamp").exists() else ""
    with (folder / "steps").open("a", encoding="utf-8") as file:
        file.write(f"{step}{stamped}\n")


def steps(folder: Path) -> list[str]:
    """Return the steps noted since the last time."""
    path = folder / "steps"
    done = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
    path.unlink(missing_ok=True)
    return done


def test_the_stamp_is_written_last(checkout: Path) -> None:
    """While steps are taken there is no stamp, so an interrupted set-up is seen."""
    bootstrap.main("run", "new")
    assert steps(checkout) == ["make_environment", "install", "link_checkout"]
    assert bootstrap.STAMP.read_text(encoding="utf-8") == "new run\n"


def test_the_tests_build_upon_run(checkout: Path) -> None:
    """What the tests need is added to an environment that is up to date, and only once."""
    bootstrap.main("run", "new")
    steps(checkout)
    bootstrap.main("test", "new")
    assert steps(checkout) == ["install", "link_checkout"]
    bootstrap.main("test", "new")
    bootstrap.main("run", "new")
    assert steps(checkout) == []


def test_another_stamp_means_another_environment(checkout: Path) -> None:
    """When what is pinned has changed, nothing old is kept."""
    bootstrap.main("test", "old")
    steps(checkout)
    bootstrap.main("run", "new")
    assert steps(checkout)[0] == "make_environment"


def test_a_dead_interpreter_means_another_environment(checkout: Path) -> None:
    """A stamp is worth nothing when the Python that the environment was made on is gone."""
    bootstrap.main("run", "new")
    steps(checkout)
    bootstrap.PYTHON.unlink()
    bootstrap.PYTHON.symlink_to(checkout / "gone")
    bootstrap.main("run", "new")
    assert steps(checkout)[0] == "make_environment"


def test_a_failed_step_leaves_no_stamp(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a fault the next start begins anew."""

    def fails(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(bootstrap, "install", fails)
    with pytest.raises(OSError, match="no network"):
        bootstrap.main("run", "new")
    assert not bootstrap.STAMP.exists()
    assert steps(checkout) == ["make_environment"]


def test_the_program_starts_from_anywhere(tmp_path: Path) -> None:
    """It works in a folder with a blank and through a link, and passes arguments and status on."""
    folder = tmp_path / "a folder" / ("long" * 40)
    package = folder / "toolcrib"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    lines = ["import sys", "def main():", "    print(sys.argv[1:])", "    sys.exit(7)"]
    (package / "__main__.py").write_text("\n".join(lines), encoding="utf-8")
    crib = folder / "crib"
    crib.write_text(bootstrap.program(Path(sys.executable)), encoding="utf-8")
    crib.chmod(0o755)
    link = tmp_path / "link"
    link.symlink_to(crib)
    environ = {**os.environ, "PYTHONPATH": str(folder)}  # noqa: TID251 -- for a process of its own
    command = [str(link), "find", "two words"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environ)
    assert (done.returncode, done.stdout) == (7, "['find', 'two words']\n"), done.stderr


def test_requirements_are_pinned_and_hashed() -> None:
    """Each pin has a hash, the tests' pins hold run's, and all that is declared is pinned."""
    run, test = (read_pins(ROOT / "requirements" / f"{level}.txt") for level in ("run", "test"))
    assert run.items() <= test.items()
    assert all(run.values())
    assert all(test.values())
    for declared, pins in zip(declared_names(), (run, test), strict=True):
        assert declared <= {pin.partition("==")[0] for pin in pins}


def read_pins(path: Path) -> dict[str, list[str]]:
    """Return the pins of a requirements file with their hashes."""
    pins: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if "==" in line:
            pin, _, _ = line.partition(" ")
            pins[pin] = []
        elif "--hash=sha256:" in line:
            pins[pin].append(line.strip(" \\"))
    return pins


def declared_names() -> tuple[set[str], set[str]]:
    """Return the names that pyproject.toml declares to run, and for the tests."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, test = data["project"], data["dependency-groups"]["test"]
    run = [*project["dependencies"], *project["optional-dependencies"]["run"]]
    return {line.partition(">")[0] for line in run}, {line.partition(">")[0] for line in test}

"""`./run` and its kin, from the outside."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("cat", "cksum", "dirname", "sh")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a folder for PATH with the few programs that the doors may need, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of what a start reads, set up with a Python that only says what it was told."""
    folder = tmp_path / "check out"
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copy(ROOT / "run", folder)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nshift\necho "$PWD:" "$@"\nexit 7\n', encoding="utf-8")
    python.chmod(0o755)
    files = ("requirements/run.txt", "requirements/test.txt")
    scripts = sorted(str(p.relative_to(folder)) for p in folder.glob("scripts/*.py"))
    sums = subprocess.run(
        ["cksum", *scripts, *files],  # noqa: S607 -- wherever it lies
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    stamp = f"{folder} {sums.stdout.strip()} run\n"
    (folder / ".venv" / "toolcrib.stamp").write_text(stamp, encoding="utf-8")
    return folder


def start(program: Path, *args: str, path: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Start a door with a PATH of its own."""
    return subprocess.run(
        [program, *args],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={"PATH": str(path)},
    )


def test_a_later_start_passes_everything_on(checkout: Path, path: Path, tmp_path: Path) -> None:
    """Arguments, folder and exit status are crib's own, and no other Python is started."""
    done = start(checkout / "run", "find", "two words", path=path, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (7, f"{tmp_path}: find two words\n", "")


def test_without_arguments_it_shows_itself(checkout: Path, path: Path, tmp_path: Path) -> None:
    """`./run` alone is `crib tour`."""
    assert start(checkout / "run", path=path, cwd=tmp_path).stdout == f"{tmp_path}: tour\n"


@pytest.mark.parametrize("change", ["requirements/run.txt", "scripts/fetch_pip.py"])
def test_a_change_is_seen(checkout: Path, path: Path, change: str) -> None:
    """When what is pinned changes, the environment is made again: here no Python is found to."""
    with (checkout / change).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    done = start(checkout / "run", path=path, cwd=checkout)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("crib: no Python 3.11 or newer ")


def test_a_dead_interpreter_is_seen(checkout: Path, path: Path) -> None:
    """When the Python that the environment was made with is gone, it is made again."""
    (checkout / ".venv" / "bin" / "python").unlink()
    assert start(checkout / "run", path=path, cwd=checkout).returncode == 3


def test_an_unsuitable_python_is_passed_over(checkout: Path, path: Path) -> None:
    """A python3 that is too old, or a shim without a version behind it, is followed by the next."""
    (checkout / ".venv" / "toolcrib.stamp").unlink()
    (path / "python3").write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    (path / "python3.12").write_text(
        '#!/bin/sh\n[ "$2" = -c ] || echo "started with $*"\n', encoding="utf-8"
    )
    for name in ("python3", "python3.12"):
        (path / name).chmod(0o755)
    done = start(checkout / "run", path=path, cwd=checkout)
    assert done.stdout.startswith(
        f"started with -I {checkout}/scripts/bootstrap.py run {checkout} "
    )


@pytest.mark.index
def test_two_first_starts_at_once(tmp_path: Path) -> None:
    """In a fresh checkout two starts at once both end well, and the packages come only once."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    for name in ("requirements", "scripts", "src"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "run", folder)
    # The interpreter below the environment that these tests run in, as a person would have it.
    base = Path(sys.base_prefix) / "bin"
    environ = {**os.environ, "PATH": f"{base}:{os.defpath}"}  # noqa: TID251 -- for a process of its own
    both = [
        subprocess.Popen(
            [folder / "run", "--version"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environ,
        )
        for _ in range(2)
    ]
    answers = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert all(out.startswith("toolcrib, version ") for out, _ in answers)
    assert sum("done in" in err for _, err in answers) == 1

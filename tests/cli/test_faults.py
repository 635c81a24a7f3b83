"""What the machine refuses is said in a line, with status 3; a reader that leaves is no fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.cli import run_command_line

Captured = pytest.CaptureFixture[str]
CRIB = [sys.executable, "-m", "toolcrib"]


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def crib(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the command line of a process of its own, whose streams are buffered or not."""
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)
    return CRIB


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--format", "json"], ["--help"], ["find", "yaml"]]
)
def test_reader_that_leaves(crib: list[str], arguments: list[str]) -> None:
    """Output into a pipe that nobody reads ends quietly and well."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run(
            [*crib, *arguments], stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_reader_that_takes_one_line(crib: list[str]) -> None:
    """A reader that takes one line gets it, and nobody hears of the rest."""
    with subprocess.Popen(
        [*crib, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"Modules\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"]])
def test_full_disk_behind_stdout(crib: list[str], arguments: list[str]) -> None:
    """Output that finds no room is a fault, told once and in words."""
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*crib, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 3
    lines = ended.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("crib: ")
    assert lines[0].endswith("No space left on device")


def test_nobody_hears_the_fault(crib: list[str]) -> None:
    """A fault that cannot be told still has its status."""
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([*crib, "use", "nothing"], stderr=full, check=False)
    assert ended.returncode == 3


FULL_CACHE = """
import resource
from toolcrib.cli import run_command_line
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
raise SystemExit(run_command_line(["list"]))
"""


def test_no_room_for_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle that cannot be written in whole is a fault, told in a line."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path))
    command = [sys.executable, "-c", FULL_CACHE]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 3
    lines = ended.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("crib: the compiled catalog: ")
    assert "TOOLCRIB_CACHE" in lines[1]


def refused(capsys: Captured, arguments: list[str], path: Path | str, reason: str) -> None:
    """Check that a command ends with 3 and one line that names the file and the reason."""
    assert run_command_line(arguments) == 3
    lines = capsys.readouterr().err.splitlines()
    said = [line for line in lines if line.startswith("crib: ")]
    assert said == [f"crib: {path}: {reason}"]
    assert lines[-1].startswith("  see that it is there")


def test_file_that_cannot_be_saved(capsys: Captured, tmp_path: Path) -> None:
    """A tool is not saved into a folder that is not there."""
    path = tmp_path / "nowhere/port.py"
    arguments = ["use", "--save", str(path), "check-a-port"]
    refused(capsys, arguments, path, "No such file or directory")


def test_catalog_that_takes_no_task(capsys: Captured, tmp_path: Path) -> None:
    """A new task in a catalog that takes none is refused with the folder's name."""
    catalog = write_catalog(tmp_path, {})
    (catalog / "tasks").write_text("")
    arguments = ["new", "task", "a-task", "--category", "text", "--catalog", str(catalog)]
    refused(capsys, arguments, catalog / "tasks/a-task/input", "Not a directory")


def test_line_of_a_fault_is_plain(capsys: Captured, tmp_path: Path) -> None:
    """The name of a file cannot control the terminal."""
    path = f"{tmp_path}/\x1b[31m/port.py"
    arguments = ["use", "--save", path, "check-a-port"]
    shown = path.replace("\x1b", "\\x1b")
    refused(capsys, arguments, shown, "No such file or directory")


@pytest.mark.pod
def test_folder_that_keeps_no_picture(capsys: Captured, tmp_path: Path) -> None:
    """A picture is not kept where a file stands in the way."""
    (tmp_path / "out").write_text("")
    arguments = ["run", "--out", str(tmp_path / "out"), "draw-a-chart"]
    refused(capsys, arguments, tmp_path / "out", "File exists")


@pytest.mark.pod
def test_cache_that_cannot_be_made(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verification without a cache is refused with the cache's name."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "import json\nprint(1)\n", "1\n")})
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "file/cache"))
    assert run_command_line(["verify", "--catalog", str(catalog)]) == 3
    said = "".join(capsys.readouterr())
    assert str(tmp_path / "file/cache") in said
    assert "Traceback" not in said


@pytest.mark.pod
def test_receipts_that_cannot_be_written(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verification whose receipts cannot be written says where, and ends."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    catalog = write_catalog(tmp_path, {"dump": ("json", "import json\nprint(1)\n", "1\n")})
    (tmp_path / "receipts").write_text("")
    assert run_command_line(["verify", "--catalog", str(catalog)]) == 3
    said = capsys.readouterr().err
    assert f"crib: {tmp_path / 'receipts'}" in said


def test_closed_output_is_no_fault() -> None:
    """Whoever closes the output wants none: the command ends as if it had been heard."""
    command = f"exec {sys.executable} -m toolcrib list >&-"
    done = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [["show", "\udcff"], ["find", "\udcff json"]])
def test_input_that_is_no_text(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Bytes that are not UTF-8 are a fault of the command line, said in a line."""
    assert run_command_line(arguments) in (0, 1, 2)
    assert "Traceback" not in capsys.readouterr().err


def test_queries_that_are_no_text() -> None:
    """A file of questions in another encoding is refused, not answered with a traceback."""
    command = [sys.executable, "-m", "toolcrib", "find", "--stdin"]
    done = subprocess.run(command, input=b"caf\xe9\n", capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
    assert b"not UTF-8" in done.stderr

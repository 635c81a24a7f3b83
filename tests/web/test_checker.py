"""toolcrib as the browser gets it: whole without what it leaves out, and the same each time."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from content import compiled
from toolcrib.web import inside
from toolcrib.web.checker import checker_archive

LIST = "# Tools\n\n- asyncore: sockets\n- reqests: HTTP\n- json: data\n"
PROGRAM = """
import importlib.util, json, sys
from toolcrib.web import inside
assert inside.__file__.startswith(sys.argv[1])
assert not any(map(importlib.util.find_spec, ("toolcrib.cli", "toolcrib.net")))
print(inside.checked("list.md", sys.argv[2].encode(), "", "2026-11-21"))
print(inside.same("a 1.0000001", "a 1.0", '{"tolerance": 0.001}'))
"""


def test_archive_does_by_itself(tmp_path: Path) -> None:
    """Unpacked anywhere it checks a list and judges an output, without the command line and net."""
    with compiled(tmp_path) as bundle:
        archive = checker_archive(bundle)
        assert checker_archive(bundle) == archive
    zipfile.ZipFile(BytesIO(archive)).extractall(tmp_path / "package")
    # The place of msgspec and markdown-it-py has no toolcrib of its own.
    needs = ":".join({str(Path(p)) for p in sys.path if p.endswith("site-packages")})
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "package"), LIST],
        env={"PYTHONPATH": f"{tmp_path / 'package'}:{needs}", "HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    answer, same = done.stdout.splitlines()
    assert [finding["code"] for finding in json.loads(answer)["findings"]] == ["TC201"]
    assert same == "True"


@pytest.fixture
def small_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a check ask the small catalog."""
    compiled(tmp_path).close()
    monkeypatch.setattr("toolcrib.app.bundle.checkout_path", lambda: None)
    monkeypatch.setattr(
        "toolcrib.app.bundle.packaged_path", lambda: str(tmp_path / "bundle.sqlite")
    )


@pytest.mark.usefixtures("small_bundle")
def test_answer_of_a_check() -> None:
    """It has findings with their lines, what the index was not asked for, and the repair."""
    answer = json.loads(
        inside.checked("list.md", (LIST + "- yaml: files\n").encode(), "", "2026-11-21")
    )
    assert answer["mentions"] == 4
    assert {(f["code"], f["line"]) for f in answer["findings"]} == {("TC201", 3), ("TC103", 6)}
    assert answer["lines"] == {"3": "- asyncore: sockets", "6": "- yaml: files"}
    assert [one["name"] for one in answer["unchecked"]] == ["reqests"]
    assert answer["near"]["reqests"][0] == "requests"
    assert "+- PyYAML: files\n" in answer["diff"]
    assert answer["repaired"] == LIST + "- PyYAML: files\n"


@pytest.mark.usefixtures("small_bundle")
def test_answer_where_nothing_is_read() -> None:
    """Bytes that are no text are an answer, too: nothing was read, and why."""
    answer = json.loads(inside.checked("list.md", b"a\0b", "", "2026-11-21"))
    assert (answer["mentions"], answer["findings"], answer["lines"]) == (0, [], {})
    assert answer["unchecked"] == [
        {"path": "list.md", "reason": "it is no text", "line": 0, "name": ""}
    ]
    assert (answer["diff"], answer["repaired"]) == ("", "")

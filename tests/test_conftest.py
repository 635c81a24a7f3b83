"""The rule that in CI no test of the pod may be left out."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SOURCES = HERE.parent / "src"


@pytest.fixture
def podless(tmp_path: Path) -> Path:
    """Return a suite of two tests, one of which needs a pod."""
    shutil.copy(HERE / "conftest.py", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = pod\n", encoding="utf-8")
    lines = ["import pytest", "def test_a(): pass", "@pytest.mark.pod", "def test_b(): pass"]
    (tmp_path / "test_two.py").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("in_ci", "status", "said"),
    [
        ("true", 1, "want of a pod: 1 (a failure"),
        ("", 0, "want of a pod: 1\n"),
    ],
)
def test_a_pod_test_left_out_fails_ci(podless: Path, in_ci: str, status: int, said: str) -> None:
    """On a machine without bubblewrap the run ends well at home and fails in CI; both say which."""
    nothing = podless / "empty"
    nothing.mkdir()
    environ = {
        **os.environ,  # noqa: TID251 -- for a process of its own
        "CI": in_ci,
        "PATH": str(nothing),
        "PYTHONPATH": str(SOURCES),
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rs"]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=podless, env=environ
    )
    assert done.returncode == status, done.stdout
    assert said in done.stdout
    assert "bubblewrap is not installed" in done.stdout
    assert re.search(r"=+ 1 passed, 1 skipped in .*=\n\Z", done.stdout)

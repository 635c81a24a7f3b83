"""The doors to the pipelines of others: the action's steps, and the hooks of pre-commit."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from toolcrib.app.settings import cache_path
from toolcrib.cli import COMMANDS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a checkout whose `run` is this toolcrib."""
    run = tmp_path / "home" / "run"
    run.parent.mkdir()
    run.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m toolcrib "$@"\n', encoding="utf-8")
    run.chmod(0o755)
    return run.parent


def act(home: Path, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the action's script in a folder."""
    environment = {
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT / "src"),
        "TOOLCRIB_CACHE": cache_path().value,
        "CRIB_HOME": str(home),
        **given,
    }
    script = str(ROOT / "scripts" / "action.sh")
    return subprocess.run(
        [script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_an_action_annotates_sums_up_and_writes_sarif(home: Path, tmp_path: Path) -> None:
    """One finding: an annotation, a row in the summary, a result in SARIF, and a failed job."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a list.md").write_text("- imp - imports\n- os - files\n")
    given = {"CRIB_FILES": "docs/*.md", "CRIB_SARIF": "out.sarif", "GITHUB_STEP_SUMMARY": "sum.md"}
    done = act(home, tmp_path, **given)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=docs/a list.md,line=1,")
    assert "TC201" in (tmp_path / "sum.md").read_text(encoding="utf-8")
    (run,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["TC201"]
    assert act(home, tmp_path, **given, CRIB_FAIL_ON="never").returncode == 0
    assert act(home, tmp_path, **given, CRIB_TARGET="3.11").returncode == 0


def test_an_action_runs_nothing_that_its_inputs_say(home: Path, tmp_path: Path) -> None:
    """Text of the inputs is never a program; a pattern without a file is said."""
    done = act(home, tmp_path, CRIB_FILES="$(touch${IFS}seen) `touch${IFS}seen` ;touch seen")
    assert done.returncode == 2
    assert not (tmp_path / "seen").exists()
    done = act(home, tmp_path, CRIB_FILES="*.none")
    assert (done.returncode, done.stdout) == (2, "::error::no file matches *.none\n")


def test_hooks_call_commands_that_there_are() -> None:
    """Each hook has an entry that begins with one of our commands."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = [line.split(":", 1)[1].split() for line in text.splitlines() if "  entry:" in line]
    assert [entry[0] for entry in entries] == ["crib"] * len(entries)
    assert {entry[1] for entry in entries} <= COMMANDS.keys()
    assert entries


@pytest.mark.parametrize(
    ("path", "is_seen"),
    [
        *((name, True) for name in ("README.md", "readme", "docs/readme.rst", "python_modules.md")),
        *((name, True) for name in ("cheat-sheet.html", "my_packages.ipynb", "libraries.txt")),
        *(
            (name, True)
            for name in ("requirements.txt", "a/requirements-dev.txt", "pyproject.toml")
        ),
        *((name, True) for name in ("requirements/test.in", "Pipfile", "environment.yml")),
        *((name, False) for name in ("modules.py", "requirements.py", "src/readme.c", "notes.md")),
        *((name, False) for name in ("Pipfile.lock", "requirements.md.bak", "packages.json")),
    ],
)
def test_hooks_look_at_lists_and_requirements(path: str, is_seen: bool) -> None:  # noqa: FBT001 -- a column
    """By the names of the files: those that are read, and no programs."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    pattern = text.split("files: &files >-")[1].split("- id:")[0]
    assert bool(re.search(pattern.strip(), path)) == is_seen

"""Long pages at a real terminal: the pager, and programs in colour."""

import subprocess
import sys
from pathlib import Path

import pytest

from terminals import person

MARK = "sed s/^/paged:/"


def test_a_long_page_goes_through_the_pager():
    """The program that PAGER names gets it."""
    with person("show", "json", lines=10, PAGER=MARK) as user:
        assert user.end() == 0
        assert user.seen.count("paged:") > 20
        assert "paged:Good for" in user.seen


@pytest.mark.parametrize(
    ("arguments", "lines"), [(("show", "json"), 900), (("show", "json", "--no-pager"), 10)]
)
def test_a_short_page_does_not(arguments: tuple[str, ...], lines: int):
    """Neither what the terminal has room for, nor what the user wants to see at once."""
    with person(*arguments, lines=lines, PAGER=MARK) as user:
        assert user.end() == 0
        assert "Good for" in user.seen
        assert "paged:" not in user.seen


def test_a_program_is_in_colour_on_a_terminal_alone():
    """Pygments colours what a person looks at; what goes into a file is to the letter."""
    arguments = ("show", "json", "--task", "read-and-write-json", "--code")
    with person(*arguments) as user:
        assert user.end() == 0
        assert "\x1b[" in user.seen
        assert "json" in user.seen
    command = [sys.executable, "-m", "toolcrib", *arguments]
    code = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert code.startswith("# /// script\n")
    assert code.endswith("\n")
    assert "\x1b" not in code
    compile(code, "with_json.py", "exec")


def test_without_pygments_it_is_plain(tmp_path: Path):
    """The plain install has no Pygments, and shows programs all the same."""
    (tmp_path / "pygments.py").write_text("raise ImportError\n", encoding="utf-8")
    path = ":".join([str(tmp_path), *filter(None, sys.path)])
    with person("show", "json", "--no-pager", PYTHONPATH=path) as user:
        assert user.end() == 0
        assert "import json" in user.seen
        assert "\x1b[3" not in user.seen

"""Without the extra `web`, the commands of the site say what to install."""

import subprocess
import sys

import pytest

_WITHOUT = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "jinja2" else find(name, *rest)
from toolcrib.cli import run_command_line
sys.exit(run_command_line(sys.argv[1:]))
"""


@pytest.mark.parametrize("arguments", [["site", "nowhere"], ["serve"]])
def test_says_what_to_install(arguments: list[str]) -> None:
    """One sentence, one command, and nothing is begun."""
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "jinja2" in done.stderr
    assert "pip install 'toolcrib[web]'" in done.stderr
    assert "Traceback" not in done.stderr

"""The script that starts a solution."""

import os

import pytest

from rooms import room
from toolcrib.verify.room import Limits
from toolcrib.verify.solution_room import solution_script


@pytest.mark.parametrize("cores", [1, 2, 64])
def test_wall_time_ends_a_program_first(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of CPU time is out of reach of a program that keeps all processors busy."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    script = solution_script(room("", limits=Limits(wall=20)))
    (limit,) = (word for word in script.split() if word.startswith("--cpu="))
    assert int(limit.removeprefix("--cpu=")) > 20 * cores

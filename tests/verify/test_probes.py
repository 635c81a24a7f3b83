"""The probe attacks of `crib doctor`: stopped in a room, open where nothing stops them."""

import subprocess
import sys
from pathlib import Path

import pytest

from toolcrib.verify import attacks, probes
from toolcrib.verify.bench import bench
from toolcrib.verify.room import HOST


@pytest.mark.pod
def test_room_stops_them_all(tmp_path: Path) -> None:
    """In a room each attack is stopped, and each is told."""
    found = probes.probe(bench(tmp_path, HOST))
    assert [name for name, stopped in found if not stopped] == []
    assert [name for name, _ in found] == list(attacks.ATTEMPTS)


def test_outside_they_are_seen_as_open(tmp_path: Path) -> None:
    """A program that is in no room finds some of them open: the attacks are real ones."""
    (tmp_path / "secret").touch()
    program = [sys.executable, "-I", attacks.__file__, str(tmp_path)]
    said = subprocess.run(program, capture_output=True, check=True, text=True).stdout
    still_open = {line.removeprefix("OPEN ") for line in said.splitlines() if "OPEN" in line}
    assert "the caller's home" in still_open
    assert "rights" in still_open

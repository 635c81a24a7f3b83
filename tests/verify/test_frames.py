"""The report of the inner runner, which may be forged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.frames import exit_status, read_frames
from toolcrib.verify.room import Times


def test_whole_report() -> None:
    """Status, memory, pictures and their faults are read, whatever bytes a picture holds."""
    report = b"status 256 1000\nartifact a.png 10\nx\nstatus \nunfit b.png File too large\n"
    frames = read_frames(report)
    assert frames.status == 1
    assert frames.peak_memory == 1000 * 1024
    assert frames.artifacts == {"a.png": b"x\nstatus \n"}
    assert frames.unfit == {"b.png": "File too large"}


def test_cut_picture_is_none() -> None:
    """A picture whose bytes are not all there does not count."""
    assert read_frames(b"status 0 1\nartifact a.png 10\nshort").artifacts == {}


def test_times() -> None:
    """Times are read where they are whole numbers, three of them, and said once."""
    assert read_frames(b"status 0 1\ntimes 10 20 30\n").times == Times(user=10, system=20, wall=30)
    for line in (b"times 1 2\n", b"times 1 2 -3\n", b"times 1 2 3 4\n", b"times 1 2 x\n"):
        frames = read_frames(b"status 0 1\n" + line + b"unfit a.png none\n")
        assert (frames.status, frames.times) == (0, None)
    assert read_frames(b"times 1 2 3\ntimes 4 5 6\n").times == Times(user=1, system=2, wall=3)


@pytest.mark.parametrize("number", ["²", "-1", "٣", "9" * 5000, ""])
def test_numbers_that_are_none(number: str) -> None:
    """What only looks like a number ends the report, and no more than that."""
    line = f"status {number} 1\n".encode()
    assert read_frames(line + b"unfit a.png none\n").unfit == {}


def test_any_name_is_read() -> None:
    """A name is what it says; the pod takes those alone that the task declares."""
    frames = read_frames(b"status 0 1\nartifact /etc/x.png 1\nxartifact a.png 1\ny")
    assert frames.artifacts == {"/etc/x.png": b"x", "a.png": b"y"}


def test_signal_is_negative() -> None:
    """A process killed by a signal differs from one that exits with 128 and the number."""
    assert exit_status(9) == -9
    assert exit_status(137 << 8) == 137
    assert exit_status(11 | 0x80) == -11


@given(st.binary())
def test_any_bytes_are_read(report: bytes) -> None:
    """Whatever a solution writes there, reading it ends without a fault."""
    frames = read_frames(report)
    assert all(len(data) <= len(report) for data in frames.artifacts.values())

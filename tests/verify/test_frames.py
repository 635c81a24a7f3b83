"""The report of the inner runner, which may be forged."""

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.frames import exit_status, read_frames


def test_whole_report() -> None:
    """Status, memory, pictures and their faults are read, whatever bytes a picture holds."""
    report = b"status 256 1000\npicture a.png 10\nx\nstatus \nunfit b.png File too large\n"
    frames = read_frames(report)
    assert frames.status == 1
    assert frames.peak_memory == 1000 * 1024
    assert frames.pictures == {"a.png": b"x\nstatus \n"}
    assert frames.unfit == {"b.png": "File too large"}


def test_cut_picture_is_none() -> None:
    """A picture whose bytes are not all there does not count."""
    assert read_frames(b"status 0 1\npicture a.png 10\nshort").pictures == {}


def test_signal_is_negative() -> None:
    """A process killed by a signal differs from one that exits with 128 and the number."""
    assert exit_status(9) == -9
    assert exit_status(137 << 8) == 137
    assert exit_status(11 | 0x80) == -11


@given(st.binary())
def test_any_bytes_are_read(report: bytes) -> None:
    """Whatever a solution writes there, reading it ends without a fault."""
    frames = read_frames(report)
    assert all(len(picture) <= len(report) for picture in frames.pictures.values())

"""Repairing texts: the places of the fixes and nothing else, whatever the bytes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import named
from toolcrib.app import check as app_check
from toolcrib.app.check import Checked, Text, check
from toolcrib.app.repair import Repair, repair, repaired, write
from toolcrib.errors import UsageError
from toolcrib.model.finding import Finding, Level


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests, and ask their index."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", named.asked)


def judge(texts: Sequence[Text]) -> Checked:
    """Check texts."""
    return check(texts, "", named.TODAY, online=True)


def mended(data: bytes, path: str = "x.md") -> bytes:
    """Return the bytes of a list as they are repaired."""
    repairs = repair([Text(path=path, data=data)], judge).repairs
    return repairs[0].after if repairs else data


LIST = "- reqeusts - HTTP\n- `cv2` - pictures\n- ConfigParser - settings\n- os - files\n"
MENDED = (
    "- requests - HTTP\n- `opencv-python` - pictures\n- configparser - settings\n- os - files\n"
)


@pytest.mark.parametrize(
    "encode",
    [
        str.encode,
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
    ],
    ids=["utf-8", "crlf", "mark", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_encoding_mark_and_line_ends_stay(encode: object) -> None:
    """Only the names change, byte for byte."""
    assert callable(encode)
    assert mended(encode(LIST)) == encode(MENDED)


def test_what_has_no_one_answer_is_left() -> None:
    """Other projects, programs and umbrellas are for the reader to decide."""
    data = b"- tesseract-ocr - OCR\n- azure-mgmt - cloud\n- os - files\n"
    assert mended(data) == data


def test_bytes_that_are_no_text_are_left_as_they_are() -> None:
    """A file that cannot be written back as it was is not written at all."""
    data = b"- reqeusts - HTTP\x81\n- os - files\n"
    assert mended(data) == data


def found(line: int, column: int, end: int, fix: str) -> Finding:
    """Return a finding that has a fix."""
    return Finding(
        code="TC102",
        level=Level.ERROR,
        path="x",
        line=line,
        column=column,
        end=end,
        message="",
        fix=fix,
    )


def test_repairs_that_overlap_are_made_once() -> None:
    """Of two at one place the first is made; one beyond its line is not."""
    findings = [found(1, 1, 3, "AB"), found(1, 2, 4, "BC"), found(1, 3, 9, "no")]
    assert repaired(b"abcd\nefgh\n", findings) == b"ABcd\nefgh\n"


def test_a_fix_that_the_encoding_lacks_is_not_made() -> None:
    """Windows-1252 has no arrow."""
    assert repaired(b"caf\xe9 x\n", [found(1, 6, 7, "→")]) == b"caf\xe9 x\n"


@given(st.binary(max_size=300))
def test_any_bytes_come_back(data: bytes) -> None:
    """Without findings nothing changes; with a place that may be anywhere nothing breaks."""
    assert repaired(data, []) == data
    repaired(data, [found(1, 1, 4, "os"), found(2, 2, 3, "re")])


NAMES = st.sampled_from(
    [
        "reqeusts",
        "cv2",
        "ConfigParser",
        "os",
        "docker-py",
        "imp",
        "cafÃ©",
        "zxqvwk",
        "tesseract-ocr",
    ]
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(["\n", "\r\n"])), min_size=1, max_size=6))
def test_repairing_twice_changes_nothing(entries: list[tuple[str, str]]) -> None:
    """What --fix has written, --fix leaves alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
        patch.setattr(app_check, "ask", named.asked)
        once = mended("".join(f"- {name} - a use{end}" for name, end in entries).encode())
        assert mended(once) == once


def test_files_are_written_in_whole_with_their_mode(tmp_path: Path) -> None:
    """A link stays a link, the mode stays, and a file that changed meanwhile is not touched."""
    file, link = tmp_path / "list.md", tmp_path / "link.md"
    file.write_bytes(b"old\n")
    file.chmod(0o640)
    link.symlink_to(file)
    write([Repair(path=str(link), before=b"old\n", after=b"new\n")])
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new\n", 0o640)
    with pytest.raises(UsageError, match="changed meanwhile"):
        write([Repair(path=str(file), before=b"old\n", after=b"newer\n")])
    assert file.read_bytes() == b"new\n"
    with pytest.raises(UsageError, match="cannot write"):
        write([Repair(path=str(tmp_path / "none.md"), before=b"", after=b"x")])

"""Programs that say too much, what is no text, or what would deceive whoever reads it."""

import json
import unicodedata
from pathlib import Path

import pytest

from attacks import Case, case, cases, face
from small import write_catalog
from toolcrib.cli import run_command_line
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.room import Limits

pytestmark = pytest.mark.pod

LITTLE = Limits(output=100_000)
ENDLESS = "import sys\nwhile True: sys.{}.write('x' * 10000)"

FORGED = """
import os, sys
frames = b"status 0 1\\nartifact a.png 1\\nx"
for descriptor in range(3, 256):
    try:
        os.write(descriptor, frames)
        print("wrote to", descriptor)
    except OSError:
        pass
for number in (os.getppid(), 1):
    for descriptor in range(256):
        try:
            os.open(f"/proc/{number}/fd/{descriptor}", os.O_WRONLY)
            print("opened", descriptor)
        except OSError:
            pass
sys.stdout.flush()
os.write(1, frames)
sys.exit(7)
"""

LOOKS_AT_ONCE = """
import os
opened = 0
for _ in range(2000):
    for number in (os.getppid(), 1):
        try:
            os.open(f"/proc/{number}/fd/9", os.O_WRONLY)
            opened += 1
        except OSError:
            pass
print(opened)
"""

NO_TEXT = bytes(range(256)) + b"\xc3\x28\xf0\x9f\xed\xa0\x80"

DECEPTIVE = (
    "\x1b[2J\x1b]0;title\x07 \x9b31m \u202egnp.exe \u2066 \u200b \ufeff \U000e0041 \r\x08 "
    "\x1b]8;;file:///etc\x1b\\"
)


@cases(
    *(
        Case(
            number=number,
            what=f"endless {stream}",
            program=ENDLESS.format(stream),
            stopped="output",
            limits=LITTLE,
            beside=True,
        )
        for number, stream in ((14, "stdout"), (15, "stderr"))
    ),
    Case(
        number=16,
        what="a line of 100 MB",
        program="print('x' * (100 << 20))",
        stopped="output",
        limits=LITTLE,
        beside=True,
    ),
)
def test_too_much_output(case: Case, marker: str) -> None:
    """Too much output ends the run; what came before is kept, and little more than the limit."""
    ending = face(case, marker)
    assert case.limits.output < len(ending.stdout) + len(ending.stderr) < 3 * case.limits.output


@cases(
    Case(
        number=17,
        what="bytes, NUL and broken UTF-8",
        program=f"import os; os.write(1, {NO_TEXT!r})",
        says=NO_TEXT.decode("utf-8", "backslashreplace"),
    ),
    Case(
        number=98,
        what="forged frames of the runner",
        program=FORGED,
        says="status 0 1\nartifact a.png 1\nx",
        status=7,
        more={"pictures": ("a.png",)},
        unfit={"a.png": "No such file or directory"},
    ),
    Case(
        number=98,
        what="the report looked for at once",
        program=LOOKS_AT_ONCE,
        says="0\n",
    ),
)
def test_output_is_what_was_written(case: Case, marker: str) -> None:
    """What it writes comes out byte for byte, and is taken for nothing but output."""
    face(case, marker)


@pytest.fixture
def deceiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalog whose one program writes what controls a terminal, and fails."""
    code = (
        f"import json, os\nos.write(1, {DECEPTIVE.encode()!r} + b'\\0\\xff\\xc3(')\njson.nothing\n"
    )
    catalog = write_catalog(tmp_path, {"deceive": ("json", code, "2\n")})
    monkeypatch.setenv("TOOLCRIB_CATALOGS", str(catalog))
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    return catalog


def hidden_in(text: str) -> list[str]:
    """Return the characters of a text that a terminal obeys or does not show."""
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [c for c in text if unicodedata.category(c) in kinds and c not in "\n\t"]


@case(18, "controls of terminals and of direction")
def test_controls_are_shown(deceiver: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On the terminal, in JSON and of receipts, what controls or hides is shown as an escape."""
    assert hidden_in(DECEPTIVE)
    python = this_interpreter().version
    assert run_command_line(["run", "deceive"]) == 1
    shown = capfd.readouterr()
    assert run_command_line(["verify", "--catalog", str(deceiver), "--python", python]) == 1
    told = capfd.readouterr()
    for text in (shown.out, told.out):
        assert "\\x1b[2J\\x1b]0;title\\x07" in text
        assert "\\u202egnp.exe" in text
        assert "\\x00\\xff\\xc3(" in text
    assert hidden_in(shown.out + shown.err + told.out + told.err) == []
    (file,) = deceiver.parent.glob("receipts/std/*.jsonl")
    receipts = file.read_text("utf-8").splitlines()
    assert "\x1b[2J" in json.loads(receipts[0])["output"]
    assert run_command_line(["show", "deceive", "--format", "json"]) == 0
    assert hidden_in(capfd.readouterr().out) == []

"""Receipts and locks from their files."""

from pathlib import Path

import msgspec
import pytest

import content
from toolcrib.catalog.receipts import read_lock, read_locks, read_measurements, read_receipts
from toolcrib.errors import ContentError


def a_receipt():
    """Return a receipt of the small catalog."""
    catalog = content.small()
    task = catalog.tasks["read-and-write-json"]
    return content.receipt(task, task.solutions[0].file, catalog.files[task.id])


def test_receipts_are_read_by_module(tmp_path: Path):
    """Each file holds the receipts of the module that its place names."""
    line = msgspec.json.encode(a_receipt())
    for place in ("std/http.server", "pypi/pyyaml"):
        path = tmp_path / f"{place}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(line + b"\n" + line + b"\n")
    found = read_receipts(tmp_path)
    assert list(found) == ["pypi:pyyaml", "std:http.server"]
    assert found["pypi:pyyaml"] == (a_receipt(), a_receipt())


def test_no_folder_holds_no_receipts(tmp_path: Path):
    """A catalog that was never verified has none, and that is no fault."""
    assert read_receipts(tmp_path / "receipts") == {}
    assert read_locks(tmp_path / "receipts") == {}


@pytest.mark.parametrize("line", [b"{", b"{}", b'{"task": 3}', b"", b"\xff"])
def test_a_broken_line_is_named(tmp_path: Path, line: bytes):
    """The fault says which line of which file it is."""
    path = tmp_path / "std/json.jsonl"
    path.parent.mkdir()
    path.write_bytes(msgspec.json.encode(a_receipt()) + b"\n" + line + b"\n")
    with pytest.raises(ContentError, match=r"std/json\.jsonl:2: "):
        read_receipts(tmp_path)


def test_locks_are_read_by_their_digest(tmp_path: Path):
    """The name of a lock's file is what receipts call it by."""
    (tmp_path / "locks").mkdir()
    text = """\
python = "3.12"
platform = "linux-x86_64"
requirements = ["PyYAML"]

[[packages]]
name = "pyyaml"
version = "6.0.3"
hashes = ["sha256:00"]
"""
    (tmp_path / "locks/0a1b.toml").write_text(text)
    (lock,) = read_locks(tmp_path).values()
    assert list(read_locks(tmp_path)) == ["0a1b"]
    assert lock.packages[0].version == "6.0.3"


def test_a_lock_is_read_by_itself(tmp_path: Path):
    """The lock that a receipt names is read when it is asked for, and no file that is none."""
    (tmp_path / "locks").mkdir()
    text = 'python = "3.12"\nplatform = "p"\nrequirements = []\npackages = []\n'
    for path in ("locks/0a1b.toml", "0a1b.toml", "locks/other.toml"):
        (tmp_path / path).write_text(text)
    lock = read_lock(tmp_path, "0a1b")
    assert lock is not None
    assert lock.python == "3.12"
    for name in ("0a1c", "../0a1b", "other", ""):
        assert read_lock(tmp_path, name) is None


def test_what_receipts_share_is_held_once(tmp_path: Path):
    """Equal texts and cells of receipts, in whatever file, are one object."""
    for name in ("json", "re"):
        path = tmp_path / "std" / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(msgspec.json.encode(a_receipt()) + b"\n")
    (one,), (other,) = read_receipts(tmp_path).values()
    assert one == other == a_receipt()
    assert one.cell is other.cell
    assert one.source is other.source


def test_measurements_are_read(tmp_path: Path):
    """Those of all tasks come one after the other; a line that is none is named."""
    task = content.small().tasks["read-a-yaml-config"]
    files = content.small().files[task.id]
    lines = [content.measurement(task, s.file, files) for s in task.solutions]
    (tmp_path / "measurements").mkdir()
    path = tmp_path / "measurements" / f"{task.id}.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    assert read_measurements(tmp_path) == tuple(lines)
    path.write_bytes(b"{}\n")
    with pytest.raises(ContentError, match=r"read-a-yaml-config\.jsonl:1: "):
        read_measurements(tmp_path)


def test_a_lock_with_an_unknown_key_is_refused(tmp_path: Path):
    """The fault shows file and line."""
    (tmp_path / "locks").mkdir()
    (tmp_path / "locks/0a1b.toml").write_text('python = "3.12"\ncolour = "red"\n')
    with pytest.raises(ContentError, match=r"0a1b\.toml:2"):
        read_locks(tmp_path)

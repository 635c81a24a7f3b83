"""Receipts and locks from their files."""

from pathlib import Path

import msgspec
import pytest

import content
from toolcrib.catalog.receipts import read_locks, read_receipts
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


def test_a_lock_with_an_unknown_key_is_refused(tmp_path: Path):
    """The fault shows file and line."""
    (tmp_path / "locks").mkdir()
    (tmp_path / "locks/0a1b.toml").write_text('python = "3.12"\ncolour = "red"\n')
    with pytest.raises(ContentError, match=r"0a1b\.toml:2"):
        read_locks(tmp_path)

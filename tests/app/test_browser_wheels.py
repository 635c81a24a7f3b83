"""Wheels for a browser's Python: chosen by tag and SHA-256, fetched once."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dists import served, wheel, write_index
from toolcrib.app.browser_wheels import browser_tags, browser_wheels, lock_of
from toolcrib.errors import NetworkError
from toolcrib.model.receipt import EMSCRIPTEN, Lock, Package
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.record import write_lock

TAGS = browser_tags("3.14", "2026_0")
EMSCRIPTEN_WHEEL = "cribtest-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve an index that is all that toolcrib knows of; give the folder of its files."""
    root = tmp_path / "index"
    (root / "files").mkdir(parents=True)
    for name in ("UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_INDEX", "UV_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served(root) as address:
        monkeypatch.setenv("UV_INDEX_URL", f"{address}/simple")
        yield root / "files"


def locked(*files: Path) -> Lock:
    """Return the lock of `cribtest` with the SHA-256 of some files."""
    hashes = tuple(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    package = Package(name="cribtest", version="1.0", hashes=hashes)
    return Lock(python="3.14", platform=EMSCRIPTEN, requirements=("cribtest",), packages=(package,))


def test_best_wheel_is_fetched_once(index: Path, tmp_path: Path) -> None:
    """One for WebAssembly comes before a pure one; then the index is not asked again."""
    pure = wheel(index, "cribtest", {"cribtest.py": "A = 1\n"})
    own = shutil.copy(pure, index / EMSCRIPTEN_WHEEL)
    native = shutil.copy(pure, index / "cribtest-1.0-cp314-cp314-manylinux_2_28_x86_64.whl")
    write_index(index.parent)
    lock = locked(pure, Path(own), Path(native))
    (found,) = browser_wheels(lock, TAGS)
    assert found.name == EMSCRIPTEN_WHEEL
    assert found.is_relative_to(tmp_path / "cache")
    shutil.rmtree(index.parent / "simple")
    assert browser_wheels(lock, TAGS) == (found,)


def test_what_was_changed_is_not_taken(index: Path) -> None:
    """A file of the cache, or of the index, whose SHA-256 the lock does not name is none."""
    pure = wheel(index, "cribtest", {"cribtest.py": "A = 1\n"})
    write_index(index.parent)
    lock = locked(pure)
    (found,) = browser_wheels(lock, TAGS)
    content = found.read_bytes()
    found.write_bytes(b"something else")
    assert browser_wheels(lock, TAGS)[0].read_bytes() == content
    found.unlink()
    pure.write_bytes(b"something else")
    with pytest.raises(NetworkError, match="SHA-256"):
        browser_wheels(lock, TAGS)


def test_no_wheel_for_a_browser(index: Path) -> None:
    """Without a wheel that a browser takes there is none, and it is said of what."""
    pure = wheel(index, "cribtest", {"cribtest.py": "A = 1\n"})
    native = pure.rename(index / "cribtest-1.0-cp314-cp314-manylinux_2_28_x86_64.whl")
    write_index(index.parent)
    with pytest.raises(CannotInstallError, match=r"cribtest 1\.0"):
        browser_wheels(locked(native), TAGS)


def test_lock_of_a_receipt(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies beside one of the active catalogs, or nowhere."""
    lock = locked(wheel(index, "cribtest", {}))
    write_lock(tmp_path / "receipts", lock)
    assert lock_of(lock_digest(lock)) is None
    monkeypatch.setenv("TOOLCRIB_CATALOGS", str(tmp_path / "catalog"))
    assert lock_of(lock_digest(lock)) == lock
    assert lock_of("../../etc/passwd") is None

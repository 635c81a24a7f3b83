"""What the tests of installing share: an index of their own, a cache of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dists import installed_wheel, served

SETTINGS = ("UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_INDEX", "UV_FIND_LINKS", "PIP_INDEX_URL")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve an index that is all that uv and toolcrib know of; give the folder of its files.

    It has what every build needs. Call `write_index` on the folder's parent when it has changed.
    """
    root = tmp_path / "index"
    (root / "files").mkdir(parents=True)
    installed_wheel(root / "files", "pyproject_hooks")
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served(root) as address:
        monkeypatch.setenv("UV_INDEX_URL", f"{address}/simple")
        yield root / "files"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return a cache of the test's own, without the file systems' bits that keep others out."""
    return tmp_path / "cache"

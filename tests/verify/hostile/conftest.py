"""Whatever a hostile program did, nothing of it is left on this machine."""

import time
from collections.abc import Iterator

import pytest

from attacks import left_behind, traces


@pytest.fixture
def marker() -> Iterator[str]:
    """Return a word that stands among the arguments of a test's runs; nothing of them is left."""
    word = f"crib-hostile-{time.monotonic_ns()}"
    before = traces(word)
    yield word
    assert left_behind(before, word) == frozenset()

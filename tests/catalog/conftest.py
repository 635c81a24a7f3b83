"""The small catalog, compiled."""

from collections.abc import Iterator

import pytest

import content
from toolcrib.catalog.bundle import Bundle


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return the bundle of the small catalog, in which reading JSON alone is proven."""
    with content.compiled(tmp_path_factory.mktemp("bundle")) as opened:
        yield opened

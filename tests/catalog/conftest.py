"""The small catalog, compiled, and the built-in one."""

from collections.abc import Iterator

import pytest

import content
from toolcrib.app.bundle import open_bundle
from toolcrib.catalog.bundle import Bundle


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return the bundle of the small catalog, in which reading JSON alone is proven."""
    with content.compiled(tmp_path_factory.mktemp("bundle")) as opened:
        yield opened


@pytest.fixture(scope="session")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Open the built-in catalog, compiled into a cache of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOOLCRIB_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("TOOLCRIB_CATALOGS", raising=False)
        opened = open_bundle()
    with opened as bundle:
        yield bundle

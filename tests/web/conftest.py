"""What the tests of the site share: the site of the real catalog, written once, and a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from sites import static_host
from toolcrib.app.bundle import open_bundle
from toolcrib.app.settings import cache_folder
from toolcrib.verify.npm import npm_folder
from toolcrib.web.build import Build
from toolcrib.web.export import export

URL = "https://example.org/crib/"


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole site."""
    folder = tmp_path_factory.mktemp("site") / "crib"
    with open_bundle() as bundle:
        export(Build(bundle, root=URL).files(), folder)
    return folder


@pytest.fixture(scope="session")
def hosted(written: Path) -> Iterator[str]:
    """Return the address of the site on a static host, below the path that its URL has."""
    with static_host(written.parent) as address:
        yield f"{address}{written.name}/"


@pytest.fixture(scope="session")
def playwright_() -> Iterator[Playwright]:
    """Return what starts browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright_: Playwright) -> Iterator[Browser]:
    """Return Debian's Chromium."""
    browser = playwright_.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
    )
    yield browser
    browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a browser's window of one's own; whatever its console complains of is a fault."""
    context = chromium.new_context()
    said: list[str] = []
    context.on(
        "console",
        lambda message: said.append(message.text) if message.type in ("error", "warning") else None,
    )
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield context
    context.close()
    assert said == []


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the program of axe-core, which finds what WCAG forbids."""
    folder = npm_folder(("axe-core@4.10.3",), cache_folder().value)
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


Asker = Callable[[str], object]

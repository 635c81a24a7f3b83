"""What the tests of the site share: the site of the real catalog, written once, and a browser."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from toolcrib.app.bundle import open_bundle
from toolcrib.app.settings import cache_folder
from toolcrib.verify.npm import npm_folder
from toolcrib.web.export import export
from toolcrib.web.serving.media import media_type
from toolcrib.web.serving.security import HEADERS
from toolcrib.web.site import Site

URL = "https://example.org/crib/"


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole site."""
    folder = tmp_path_factory.mktemp("site")
    with open_bundle() as bundle:
        export(Site(bundle, root=URL), folder)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    """A static host as most are, with the headers that docs/site.md asks for."""

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        return media_type(str(path))


@contextmanager
def static_host(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def hosted(written: Path) -> Iterator[str]:
    """Return the address of the site on a static host."""
    with static_host(written) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
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

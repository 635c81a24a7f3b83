"""Search in a real browser: as one types, by keyboard, by deep links, without a connection."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import content
from toolcrib.web.export import export
from toolcrib.web.offline import worker
from toolcrib.web.serving.media import media_type
from toolcrib.web.serving.security import HEADERS
from toolcrib.web.site import Site

FIELD = "input[role=combobox]"
OPTIONS = "[role=listbox] a[role=option]"


class Host(SimpleHTTPRequestHandler):
    """A static host, which has the headers that a server of ours gives."""

    def end_headers(self) -> None:
        """Add the headers."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        """Return the types of ours, whatever this machine's tables say."""
        return media_type(str(path))

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class Hosted:
    """A site below a path prefix of a static host."""

    def __init__(self, folder: Path) -> None:
        """Write the small catalog's site and serve it."""
        self.folder = folder / "public/below/crib"
        with content.compiled(folder) as bundle:
            export(Site(bundle), self.folder)
        handler = partial(Host, directory=str(folder / "public"))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/below/crib/"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        """Go away, as a host without a connection."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """Serve the small catalog."""
    made = Hosted(tmp_path_factory.mktemp("site"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Debian's chromium."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has never seen the site."""
    made = chromium.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return a page; what it complains of is a failure."""
    said: list[str] = []
    made = context.new_page()
    made.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    made.on("pageerror", lambda fault: said.append(str(fault)))
    yield made
    assert said == []


def kept(page: Page) -> list[str]:
    """Wait for the service worker, and return the names of all that is kept."""
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    names: list[str] = page.evaluate("caches.keys()")
    return names


@pytest.mark.parametrize(
    ("place", "query", "shown"),
    [
        ("", "read a yaml config file", "PyYAML Read a YAML configuration file not yet proven"),
        ("", "write josn", "json Read and write JSON proven on 3.12"),
        ("fr/", "lire un fichier yaml", "PyYAML Lire un fichier de configuration YAML"),
        ("module/std/socket/", "import yaml", "PyYAML Read and write YAML."),
    ],
)
def test_hits_are_shown_as_one_types(
    hosted: Hosted, page: Page, place: str, query: str, shown: str
):
    """From any page, in both languages; slips and names are answered as by the command."""
    page.goto(hosted.url + place)
    page.locator(FIELD).press_sequentially(query)
    first = page.locator(OPTIONS).first
    expect(first).to_contain_text(shown)
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")


def test_the_keyboard_does_it_all(hosted: Hosted, page: Page):
    """`/` leads to the field, arrows through the hits and back, Escape away, Enter to the hit."""
    page.goto(f"{hosted.url}module/std/socket/")
    page.keyboard.press("/")
    field = page.locator(FIELD)
    expect(field).to_be_focused()
    page.keyboard.type("yaml configuration")
    options = page.locator(OPTIONS)
    expect(options.first).to_be_visible()
    count = options.count()
    for number in (*range(count), None, 0):
        page.keyboard.press("ArrowDown")
        if number is None:
            expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
        else:
            active = options.nth(number).get_attribute("id") or ""
            expect(field).to_have_attribute("aria-activedescendant", active)
            expect(options.nth(number)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("yaml configuration")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options.nth(count - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{hosted.url}task/read-a-yaml-config/")


def test_enter_without_a_choice_leads_to_the_page_of_results(hosted: Hosted, page: Page):
    """Whose address says what was asked, so it can be kept and sent; the way back leads back."""
    page.goto(f"{hosted.url}fr/")
    page.keyboard.press("/")
    page.keyboard.type("lire un fichier yaml")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{hosted.url}fr/search/?q=lire+un+fichier+yaml")
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")
    expect(page.locator(FIELD)).to_have_value("lire un fichier yaml")
    assert page.title().startswith("lire un fichier yaml · ")
    page.locator("#results li p a").first.click()
    page.wait_for_url(f"{hosted.url}fr/task/read-a-yaml-config/")
    page.go_back()
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")


def test_what_is_asked_stays_text(hosted: Hosted, page: Page):
    """Marks of HTML in a question are shown, never read; nothing found is said."""
    page.goto(f"{hosted.url}search/?q=read+a+yaml+config+file+%3Cb%3E%3Cimg+src%3Dx%3E")
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")
    expect(page.locator(FIELD)).to_have_value("read a yaml config file <b><img src=x>")
    assert page.locator("#results img, #results b").count() == 0
    page.goto(f"{hosted.url}search/?q=bake+a+chocolate+cake")
    expect(page.locator("#results")).to_have_text("Nothing in the catalog does that.")


def test_hits_are_told_to_who_cannot_see_them(hosted: Hosted, page: Page):
    """How many there are, that there is none, and that the index does not come."""
    page.goto(hosted.url)
    status = page.locator("form.search [role=status]")
    page.locator(FIELD).fill("check a port")
    expect(status).to_have_text(re.compile(r"Hits: \d"))
    page.locator(FIELD).fill("bake a chocolate cake")
    expect(status).to_have_text("Nothing in the catalog does that.")
    expect(page.locator("[role=listbox]")).to_have_text("Nothing in the catalog does that.")
    page.locator(FIELD).fill("")
    expect(page.locator("[role=listbox]")).to_be_hidden()


def test_a_failed_index_is_said_and_asked_for_again(hosted: Hosted, context: BrowserContext):
    """The next letter tries again."""
    page = context.new_page()
    page.route("**/search.bin*", lambda route: route.abort())
    page.goto(hosted.url)
    page.locator(FIELD).fill("yaml")
    expect(page.locator("[role=listbox]")).to_have_text("The index cannot be loaded.")
    page.unroute("**/search.bin*")
    page.locator(FIELD).fill("yaml configuration")
    expect(page.locator(OPTIONS).first).to_contain_text("PyYAML")


def test_search_works_without_a_connection(tmp_path: Path, context: BrowserContext):
    """After the first load: reload, search, results by deep link, pages that were read."""
    hosted = Hosted(tmp_path)
    page = context.new_page()
    page.goto(f"{hosted.url}fr/")
    kept(page)
    page.goto(f"{hosted.url}module/std/json/")
    read = page.title()
    hosted.close()
    page.reload()
    assert page.title() == read
    page.keyboard.press("/")
    page.keyboard.type("lire un fichier yaml")
    expect(page.locator(OPTIONS).first).to_contain_text("PyYAML")
    page.goto(f"{hosted.url}fr/search/?q=json")
    expect(page.locator("#results li .name").first).to_have_text("json")
    page.goto(f"{hosted.url}fr/")
    expect(page.locator(FIELD)).to_be_visible()
    # A page that was never read: it is said so, in its language and at its address.
    page.goto(f"{hosted.url}fr/module/std/socket/")
    expect(page.locator("h1")).to_have_text("This page is not kept here.")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.keyboard.press("/")
    page.keyboard.type("json")
    expect(page.locator(OPTIONS).first).to_contain_text("json")


def test_a_new_build_takes_the_place_of_the_old_one(tmp_path: Path, context: BrowserContext):
    """What was kept of the old one is removed; what others keep on the host is not."""
    hosted = Hosted(tmp_path)
    page = context.new_page()
    page.goto(hosted.url)
    before = kept(page)
    page.evaluate("caches.open('toolcrib of somebody else')")
    file = hosted.folder / "offline.js"
    with content.compiled(tmp_path / "again") as bundle:
        file.write_bytes(worker(Site(bundle), b"another index"))
    page.reload()
    page.wait_for_function("async ([old]) => !(await caches.keys()).includes(old)", arg=before)
    after = set(page.evaluate("caches.keys()"))
    assert "toolcrib of somebody else" in after
    assert len(after) == len(before) + 1
    hosted.close()

"""What a page fetches, and when; and that nothing of it moves."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, expect

from web.test_search_page import FIELD, OPTIONS, small_site

KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map((request) => request.url);
}"""
SHIFT = """
window.shift = 0;
const add = (each) => { window.shift += each.value; };
new PerformanceObserver((list) => list.getEntries().forEach(add))
  .observe({ type: "layout-shift", buffered: true });
"""
NAMED = """() => [...document.querySelectorAll("script[src], link[rel=modulepreload]")]
  .map((each) => each.src || each.href)"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the small catalog's site."""
    with small_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def first(chromium: Browser) -> Iterator[Page]:
    """Return a page of a browser that has never seen the site and takes no service worker."""
    window = chromium.new_context(service_workers="block")
    yield window.new_page()
    window.close()


def fetched(page: Page, address: str) -> list[str]:
    """Load a page and return the addresses of all that it asks for."""
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    page.on("request", hear)
    page.goto(address, wait_until="networkidle")
    return asked


@pytest.mark.parametrize("place", ["", "module/std/json/", "search/", "compare/", "fr/"])
def test_scripts_come_side_by_side(small: str, first: Page, place: str) -> None:
    """The page names every script that it loads, so that none waits for another one."""
    asked = [address for address in fetched(first, small + place) if address.endswith(".js")]
    assert len(asked) >= 3
    assert set(asked) == set(first.evaluate(NAMED))


def test_search_is_loaded_when_it_is_wanted(small: str, first: Page) -> None:
    """Neither index nor ranking comes before somebody goes to the field."""
    asked = fetched(first, f"{small}module/std/json/")
    assert not [address for address in asked if "search.bin" in address or "rank" in address]
    with first.expect_response("**/search.bin?*"), first.expect_response("**/ranking.js"):
        first.keyboard.press("/")
    first.keyboard.type("read a yaml config file")
    expect(first.locator(OPTIONS).first).to_contain_text("PyYAML")


@pytest.mark.parametrize("place", ["", "compare/", "search/", "task/read-a-yaml-config/"])
def test_nothing_moves(small: str, first: Page, place: str) -> None:
    """What scripts bring to life has its room from the start."""
    first.add_init_script(SHIFT)
    first.set_viewport_size({"width": 412, "height": 823})
    fetched(first, small + place)
    assert first.evaluate("window.shift") == 0


def test_a_fast_connection_keeps_the_index(small: str, context: BrowserContext) -> None:
    """After the first page, search is there for a time without a connection."""
    page = context.new_page()
    page.goto(f"{small}module/std/json/")
    assert [address for address in page.evaluate(KEPT) if "search.bin" in address]


def test_a_slow_connection_is_left_alone(small: str, playwright_: Playwright) -> None:
    """On a slow connection the index comes when it is searched in, and is kept from then on."""
    slow = playwright_.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", "--disable-gpu", "--force-effective-connection-type=3G"],
    )
    page = slow.new_page()
    page.goto(f"{small}module/std/json/")
    kept = page.evaluate(KEPT)
    assert [address for address in kept if address.endswith("style.css")]
    assert not [address for address in kept if "search.bin" in address]
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.fill(FIELD, "read a yaml config file")
    expect(page.locator(OPTIONS).first).to_contain_text("PyYAML")
    assert [address for address in page.evaluate(KEPT) if "search.bin" in address]
    page.context.set_offline(offline=True)
    page.reload()
    page.fill(FIELD, "write json")
    expect(page.locator(OPTIONS).first).to_contain_text("json")
    slow.close()

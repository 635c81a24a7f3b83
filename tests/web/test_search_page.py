"""Search in a real browser: as one types, by keyboard, by deep links, without a connection."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import content
from toolcrib.web.build import Build
from toolcrib.web.export import export
from toolcrib.web.offline import worker
from toolcrib.web.site import Site
from web.conftest import static_host

FIELD = "input[role=combobox]"
OPTIONS = "[role=listbox] a[role=option]"


@contextmanager
def small_site(folder: Path) -> Iterator[str]:
    """Serve the small catalog's site below a prefix of a static host, and give its address."""
    with content.compiled(folder) as bundle:
        export(Build(bundle).files(), folder / "public/below/crib")
    with static_host(folder / "public") as address:
        yield f"{address}below/crib/"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the small catalog's site."""
    with small_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a page of a browser that has never seen the site; complaints are failures."""
    return context.new_page()


@pytest.fixture
def cut_off(chromium: Browser) -> Iterator[Page]:
    """Return a page whose connection is going to fail, so it may complain of that."""
    window = chromium.new_context()
    yield window.new_page()
    window.close()


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
def test_hits_are_shown_as_one_types(hosted: str, page: Page, place: str, query: str, shown: str):
    """From any page, in both languages; slips and names are answered as by the command."""
    page.goto(hosted + place)
    page.locator(FIELD).press_sequentially(query)
    first = page.locator(OPTIONS).first
    expect(first).to_contain_text(shown)
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")


def test_the_keyboard_does_it_all(hosted: str, page: Page):
    """`/` leads to the field, arrows through the hits and back, Escape away, Enter to the hit."""
    page.goto(f"{hosted}module/std/socket/")
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
    page.wait_for_url(f"{hosted}task/read-a-yaml-config/")


def test_enter_without_a_choice_leads_to_the_page_of_results(hosted: str, page: Page):
    """Whose address says what was asked, so it can be kept and sent; the way back leads back."""
    page.goto(f"{hosted}fr/")
    page.keyboard.press("/")
    page.keyboard.type("lire un fichier yaml")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{hosted}fr/search/?q=lire+un+fichier+yaml")
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")
    expect(page.locator(FIELD)).to_have_value("lire un fichier yaml")
    assert page.title().startswith("lire un fichier yaml · ")
    page.locator("#results li p a").first.click()
    page.wait_for_url(f"{hosted}fr/task/read-a-yaml-config/")
    page.go_back()
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")


def test_what_is_asked_stays_text(hosted: str, page: Page):
    """Marks of HTML in a question are shown, never read; nothing found is said."""
    page.goto(f"{hosted}search/?q=read+a+yaml+config+file+%3Cb%3E%3Cimg+src%3Dx%3E")
    expect(page.locator("#results li .name").first).to_have_text("PyYAML")
    expect(page.locator(FIELD)).to_have_value("read a yaml config file <b><img src=x>")
    assert page.locator("#results img, #results b").count() == 0
    page.goto(f"{hosted}search/?q=bake+a+chocolate+cake")
    expect(page.locator("#results")).to_have_text("Nothing in the catalog does that.")


def test_hits_are_told_to_who_cannot_see_them(hosted: str, page: Page):
    """How many there are, that there is none, and that the index does not come."""
    page.goto(hosted)
    status = page.locator("form.search [role=status]")
    page.locator(FIELD).fill("check a port")
    expect(status).to_have_text(re.compile(r"Hits: \d"))
    page.locator(FIELD).fill("bake a chocolate cake")
    expect(status).to_have_text("Nothing in the catalog does that.")
    expect(page.locator("[role=listbox]")).to_have_text("Nothing in the catalog does that.")
    page.locator(FIELD).fill("")
    expect(page.locator("[role=listbox]")).to_be_hidden()


def test_a_failed_index_is_said_and_asked_for_again(hosted: str, cut_off: Page):
    """The next letter tries again."""
    cut_off.route("**/search.bin*", lambda route: route.abort())
    cut_off.goto(hosted)
    cut_off.locator(FIELD).fill("yaml")
    expect(cut_off.locator("[role=listbox]")).to_have_text("The index cannot be loaded.")
    cut_off.unroute("**/search.bin*")
    cut_off.locator(FIELD).fill("yaml configuration")
    expect(cut_off.locator(OPTIONS).first).to_contain_text("PyYAML")


def test_search_works_without_a_connection(tmp_path: Path, cut_off: Page):
    """After the first load: reload, search, results by deep link, pages that were read."""
    page = cut_off
    with small_site(tmp_path) as address:
        page.goto(f"{address}fr/")
        kept(page)
        page.goto(f"{address}module/std/json/")
        read = page.title()
    page.reload()
    assert page.title() == read
    page.keyboard.press("/")
    page.keyboard.type("lire un fichier yaml")
    expect(page.locator(OPTIONS).first).to_contain_text("PyYAML")
    page.goto(f"{address}fr/search/?q=json")
    expect(page.locator("#results li .name").first).to_have_text("json")
    page.goto(f"{address}fr/")
    expect(page.locator(FIELD)).to_be_visible()
    # A page that was never read: it is said so, in its language and at its address.
    page.goto(f"{address}fr/module/std/socket/")
    expect(page.locator("h1")).to_have_text("This page is not kept here.")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.keyboard.press("/")
    page.keyboard.type("json")
    expect(page.locator(OPTIONS).first).to_contain_text("json")


def test_a_new_build_takes_the_place_of_the_old_one(tmp_path: Path, page: Page):
    """What was kept of the old one is removed; what others keep on the host is not."""
    with small_site(tmp_path) as address:
        page.goto(address)
        before = kept(page)
        page.evaluate("caches.open('toolcrib of somebody else')")
        with content.compiled(tmp_path / "again") as bundle:
            program = worker(Site(bundle), b"another index")
        (tmp_path / "public/below/crib/offline.js").write_bytes(program)
        page.reload()
        page.wait_for_function("async ([old]) => !(await caches.keys()).includes(old)", arg=before)
        after = set(page.evaluate("caches.keys()"))
        assert "toolcrib of somebody else" in after
        assert len(after) == len(before) + 1


@pytest.mark.parametrize("query", ["yaml configuration", "bake a chocolate cake"])
def test_the_list_is_accessible(hosted: str, page: Page, axe: str, query: str):
    """Nothing that WCAG 2.2 AA forbids is in it, open and with a choice."""
    page.goto(f"{hosted}module/std/socket/")
    page.locator(FIELD).press_sequentially(query)
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.evaluate(axe)
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("levels => axe.run({runOnly: levels})", levels)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []

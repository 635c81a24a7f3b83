"""The site in a real browser."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from web.test_site import EVERY


@pytest.mark.parametrize("name", EVERY)
def test_accessible(context: BrowserContext, hosted: str, axe: str, name: str) -> None:
    """Nothing that WCAG 2.2 AA forbids is on any kind of page, and nothing sticks out."""
    page = context.new_page()
    # One view of each page in light and wide, the other, in French, in dark and narrow.
    narrow = name.startswith("fr/")
    page.emulate_media(color_scheme="dark" if narrow else "light")
    page.set_viewport_size({"width": 390 if narrow else 1440, "height": 900})
    page.goto(hosted + name.removesuffix("index.html"))
    # The page forbids scripts from elsewhere; the browser's own hand may still bring one.
    page.evaluate(axe)
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("levels => axe.run({runOnly: levels})", levels)
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_javascript(chromium: Browser, hosted: str) -> None:
    """A module, its program and its proof can be read without JavaScript."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hosted}module/pypi/pyyaml/")
    expect(page.get_by_role("heading", name="PyYAML", exact=True)).to_be_visible()
    expect(page.get_by_text("yaml.safe_load(file)").first).to_be_visible()
    page.get_by_role("link", name="Read a YAML configuration file").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read a YAML configuration file")
    context.close()


def test_slash_leads_to_search(context: BrowserContext, hosted: str) -> None:
    """The key / goes to the search field, and writes a slash where somebody types."""
    page = context.new_page()
    page.goto(f"{hosted}module/std/json/")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox").or_(page.get_by_role("combobox"))
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_copy(context: BrowserContext, hosted: str) -> None:
    """The install line is copied at a click, and says so."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{hosted}module/pypi/pyyaml/")
    page.get_by_role("button", name="Copy: pip install PyYAML").first.click()
    expect(page.get_by_text("Copied").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "pip install PyYAML"


def test_compare(context: BrowserContext, hosted: str) -> None:
    """Modules named in the address stand side by side, with figures and programs."""
    page = context.new_page()
    page.goto(f"{hosted}compare/?m=pypi:pyyaml&m=pypi:ruamel-yaml")
    shared = page.get_by_role("heading", name="Read a YAML configuration file")
    expect(shared).to_be_visible()
    expect(page.get_by_text("pip install ruamel.yaml").first).to_be_visible()
    assert page.locator("section.program").count() >= 2
    shared.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read a YAML configuration file")


def test_add_to_comparison(context: BrowserContext, hosted: str) -> None:
    """A module that is typed joins the others, and stands in the address."""
    page = context.new_page()
    page.goto(f"{hosted}compare/?m=pypi:pyyaml")
    page.get_by_label("Add a module").fill("pypi:ruamel-yaml")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="ruamel.yaml").first).to_be_visible()
    assert "ruamel-yaml" in page.url


def test_other_language(context: BrowserContext, hosted: str) -> None:
    """The same page in French is one link away."""
    page = context.new_page()
    page.goto(f"{hosted}module/std/json/")
    page.get_by_role("link", name="Français").click()
    assert page.url == f"{hosted}fr/module/std/json/"
    expect(page.locator("html")).to_have_attribute("lang", "fr")

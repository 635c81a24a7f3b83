"""The whole site of the real catalog, as files."""

import gzip
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from toolcrib.app.bundle import open_bundle
from toolcrib.app.site_words import SITE
from toolcrib.web.kinds import KINDS
from web.conftest import URL

_LINK = re.compile(rb'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(rb'\sid="([^"]*)"')

ONE_OF_EACH = (
    *("index.html", "404.html", "offline/index.html", "modules/index.html"),
    *("category/files/index.html", "collection/operations/index.html"),
    *("module/pypi/psutil/index.html",),
    *("module/std/json/index.html", "task/read-a-yaml-config/index.html", "compare/index.html"),
    *("name/index.html", "name/cv2/index.html", "check/index.html", "search/index.html"),
    *("coverage/index.html", "method/index.html", "rules/index.html", "rules/tc104/index.html"),
    "offline/index.html",
)
EVERY = (*ONE_OF_EACH, *(f"fr/{name}" for name in ONE_OF_EACH if name != "404.html"))


def test_one_of_each_kind() -> None:
    """The pages that are looked at closely are of all kinds."""
    shown = {kind.name for kind in KINDS for page in ONE_OF_EACH if page.startswith(kind.prefix)}
    assert shown == {kind.name for kind in KINDS}


@pytest.mark.parametrize("name", EVERY)
def test_html_is_valid(written: Path, name: str) -> None:
    """A strict parser of HTML finds nothing to mend."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parse((written / name).read_text(encoding="utf-8"))


def test_no_dead_link(written: Path) -> None:
    """Every link of every page leads to a file of the site, and every anchor to an element."""
    pages = sorted(written.rglob("*.html"))
    contents = {path.relative_to(written).as_posix(): path.read_bytes() for path in pages}
    ids = {name: set(_ID.findall(content)) for name, content in contents.items()}
    there = {path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()}
    dead = set()
    for name, content in contents.items():
        for raw in set(_LINK.findall(content)):
            link = urljoin(URL + name, raw.decode().replace("&amp;", "&"))
            if not link.startswith(URL):
                dead.add((name, link))
                continue
            parts = urlsplit(link.removeprefix(URL))
            path = unquote(parts.path)
            target = f"{path}index.html" if path.endswith("/") or not path else path
            anchor = parts.fragment.encode()
            if target not in there or (anchor and anchor not in ids.get(target, {anchor})):
                dead.add((name, link))
    assert len(contents) > 4000
    assert dead == set()


def test_ids_are_unique(written: Path) -> None:
    """No page has two elements with the same id."""
    twice = {}
    for path in written.rglob("*.html"):
        found = _ID.findall(path.read_bytes())
        if len(found) != len(set(found)):
            twice[path.relative_to(written).as_posix()] = found
    assert twice == {}


def test_nothing_inline_nothing_foreign(written: Path) -> None:
    """No page has a script, a style or an event handler within it, nor asks another host."""

    class Watch(HTMLParser):
        faults: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            data = given.get("type") == "application/json"
            if tag == "style" or (tag == "script" and "src" not in given and not data):
                self.faults.append(tag)
            self.faults += [name for name in given if name == "style" or name.startswith("on")]
            source = given.get("src") or (tag == "link" and given.get("href")) or ""
            if "//" in source and given.get("rel") not in ("canonical", "alternate"):
                self.faults.append(source)

    for name in EVERY:
        watch = Watch()
        watch.faults = []
        watch.feed((written / name).read_text(encoding="utf-8"))
        assert watch.faults == [], name


def test_json_beside_pages(written: Path) -> None:
    """Beside a page lies what it shows, as JSON with its schema number."""
    page = json.loads((written / "module/pypi/pyyaml/index.json").read_bytes())
    assert (page["schema"], page["id"], page["imports"]) == (1, "pypi:pyyaml", ["yaml"])
    assert any(task["id"] == "read-a-yaml-config" for task in page["tasks"])


def test_machine_files(written: Path) -> None:
    """Site map and feeds are well formed and name pages that there are."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = ET.parse(written / "sitemap.xml").getroot().iter(f"{space}loc")  # noqa: S314 -- ours
    paths = [unquote((place.text or "").removeprefix(URL)) for place in places]
    assert len(paths) > 1000
    assert all((written / path / "index.html").is_file() for path in paths)
    for name in ("feed.xml", "fr/feed.xml"):
        atom = "{http://www.w3.org/2005/Atom}"
        entries = list(ET.parse(written / name).getroot().iter(f"{atom}entry"))  # noqa: S314 -- ours
        assert len(entries) == 50
        links = [entry.find(f"{atom}link").get("href") for entry in entries]  # type: ignore[union-attr]
        assert all((written / link.removeprefix(URL) / "index.html").is_file() for link in links)  # type: ignore[union-attr]
    assert "Sitemap: https://example.org/crib/sitemap.xml" in (written / "robots.txt").read_text()
    assert (
        "](https://example.org/crib/task/read-a-yaml-config/)" in (written / "llms.txt").read_text()
    )


def test_module_pages_are_light(written: Path) -> None:
    """No page of a module is over 60 KB compressed."""
    pages = written.glob("module/*/*/index.html")
    heavy = {path: len(gzip.compress(path.read_bytes(), 6)) for path in pages}
    assert {path: size for path, size in heavy.items() if size > 60_000} == {}


def test_words_are_translated() -> None:
    """All that the pages say is known to translators, and has its French."""
    templates = Path(__file__).parents[2] / "src/toolcrib/web"
    said = set()
    for path in templates.rglob("*.html"):
        said |= set(re.findall(r'\b_\(\s*"([^"]+)"', path.read_text(encoding="utf-8")))
    with open_bundle() as bundle:
        french = bundle.translations("fr")
    assert said - set(french) == set()
    assert set(SITE) - set(french) == set()

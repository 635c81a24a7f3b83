"""A site as files: what lies at which path, made when it is asked for.

The server makes them one by one, as they are asked for; `build.py` makes all of them.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote

import msgspec

from toolcrib import __version__
from toolcrib.app.evidence import picture_file
from toolcrib.catalog.bundle import Bundle
from toolcrib.web import address
from toolcrib.web.asset_files import Assets
from toolcrib.web.browser import Browser
from toolcrib.web.feeds import FEEDS
from toolcrib.web.kinds import KINDS
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page
from toolcrib.web.render import Renderer
from toolcrib.web.stock import Stock
from toolcrib.web.watch import Watch

MISSING = Page(template="missing.html", title="404", listed=False)
_INDEX, _DATA = "index.html", "index.json"
_PICTURES, _ASSETS = "pictures/", "assets/"


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the site: its path, what changes with its content, and how it is made."""

    path: str
    key: str
    make: Callable[[], bytes]


class Site:
    """The site of one bundle, in all languages."""

    def __init__(
        self,
        bundle: Bundle,
        root: str = "",
        browser: Browser | None = None,
        watch: Watch | None = None,
    ) -> None:
        """Take an open bundle.

        Args:
            bundle: The bundle.
            root: The site's absolute address, where that is known.
            browser: What of it runs in the reader's browser; nothing if left out.
            watch: Hears what pages are made of; see `Stock`.
        """
        self.assets = Assets()
        self.root = root
        self.stock = Stock(bundle, browser, watch)
        self.browser = self.stock.browser
        self.libraries = {code: Library(self.stock, code) for code in address.LANGUAGES}
        self._renderer = Renderer(self.assets, root)
        self._listed: dict[str, tuple[str, ...]] = {}

    def file(self, path: str) -> File | None:
        """Return the file at a path, or nothing."""
        if path.startswith(_ASSETS):
            return self._asset(path)
        if path.startswith(_PICTURES):
            return self._picture(path)
        if path in self.browser.files:
            return self._of_browser(path)
        language, inner = address.parsed(path)
        library = self.libraries[language].anew()
        if inner in FEEDS:
            return self._feed(library, inner)
        where, _, name = inner.rpartition("/")
        where = address.quoted(f"{where}/") if where else ""
        found = self._page(library, where) if name in (_INDEX, _DATA) else None
        if found is None:
            return None
        return self._html(library, where, found) if name == _INDEX else self._json(path, found)

    def others(self) -> Iterator[File]:
        """Yield the files that are neither pages nor made of the bundle, and the missing page."""
        shared = (self._asset(self.assets.address(name)) for name in self.assets.files)
        yield from (file for file in shared if file)
        yield from map(self._of_browser, self.browser.files)
        yield self._html(self.libraries[address.ENGLISH], address.MISSING, MISSING)

    def addresses(self) -> Iterator[tuple[Kind, str, str]]:
        """Yield kind, key and address of all pages of a static site, the same in each language."""
        library = self.libraries[address.ENGLISH]
        for kind in KINDS:
            for key in kind.keys(library):
                yield kind, key, _where(kind, key)

    def contents(self, library: Library, where: str, page: Page) -> dict[str, bytes]:
        """Return the files of a page by path: as HTML, and as JSON where it has data."""
        files = {_path(library, where, _INDEX): self.html(library, where, page)}
        if page.data is not None:
            files[_path(library, where, _DATA)] = _encoded(page)
        return files

    def pictures(self) -> frozenset[str]:
        """Return the paths of the pictures that runs have left."""
        library = self.libraries[address.ENGLISH]
        return frozenset(
            f"{_PICTURES}{digest}.png"
            for task in library.tasks
            for solution in library.bundle.solutions(task)
            for receipt in library.bundle.receipts(task, solution.file)
            for digest in receipt.pictures.values()
        )

    def listed(self, library: Library) -> tuple[str, ...]:
        """Return the addresses that the site map has of a language, for which all pages are made.

        They are those of the last time that somebody went through them all.
        """
        language = library.language
        if language not in self._listed:
            pages = ((where, kind.page(library, key)) for kind, key, where in self.addresses())
            self.take_listed(language, [where for where, page in pages if page and page.listed])
        return self._listed[language]

    def take_listed(self, language: str, places: Iterable[str]) -> None:
        """Take the addresses that the site map has of a language."""
        self._listed[language] = tuple(places)

    def _page(self, library: Library, where: str) -> Page | None:
        for kind in KINDS:
            key = address.key(where, kind.prefix)
            if key is not None and _where(kind, key) == where and (page := kind.page(library, key)):
                return page
        return None

    def _html(self, library: Library, where: str, page: Page) -> File:
        return File(
            path=_path(library, where, "" if where.endswith(".html") else _INDEX),
            key=_digest(self.build, library.language, where, page),
            make=lambda: self.html(library, where, page),
        )

    def html(self, library: Library, where: str, page: Page) -> bytes:
        """Return a page at an address within its language as HTML."""
        return self._renderer.page(library, where, page).encode()

    def _json(self, path: str, page: Page) -> File:
        return File(
            path=path,
            key=_digest(__version__, page.data),
            make=lambda: _encoded(page),
        )

    def _asset(self, path: str) -> File | None:
        name = path.removeprefix(f"{_ASSETS}{self.assets.id}/")
        content = self.assets.files.get(name)
        if content is None:
            return None
        return File(path=path, key=self.assets.id, make=lambda: content)

    def _picture(self, path: str) -> File | None:
        digest = path.removeprefix(_PICTURES).removesuffix(".png")
        found = picture_file(digest)
        if found is None:
            return None
        return File(path=f"{_PICTURES}{digest}.png", key=digest, make=found.read_bytes)

    def _of_browser(self, path: str) -> File:
        return File(
            path=path,
            key=self.browser.key(path),
            make=lambda: self.browser.content(path),
        )

    def _feed(self, library: Library, name: str) -> File | None:
        content = FEEDS[name](library, self)
        if content is None:
            return None
        path = address.localised(name, library.language)
        return File(path=path, key=hashlib.blake2b(content).hexdigest(), make=lambda: content)

    @cached_property
    def build(self) -> str:
        """What changes with anything that all pages depend on: code, templates, shared files."""
        runs = (self.browser.python and self.browser.python.address, self.browser.checks)
        return _digest(__version__, self.root, self.assets.id, self._renderer.stamp, runs)


def _where(kind: Kind, key: str) -> str:
    """Return the address of a page of a kind within its language."""
    return kind.prefix + (f"{address.quoted(key)}/" if key else "")


def _path(library: Library, where: str, name: str) -> str:
    """Return the path of a file of a page."""
    return unquote(address.localised(f"{where}{name}", library.language))


def _encoded(page: Page) -> bytes:
    return msgspec.json.encode({"schema": 1, **msgspec.to_builtins(page.data)})


def _digest(*parts: object) -> str:
    return hashlib.blake2b(msgspec.json.encode(parts), digest_size=16).hexdigest()

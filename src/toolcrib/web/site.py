"""A site as files: what lies at which path, made when it is asked for.

The static export writes all of them, the server makes them one by one.
"""

import hashlib
from collections.abc import Callable, Iterator
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

    def __init__(self, bundle: Bundle, root: str = "", browser: Browser | None = None) -> None:
        """Take an open bundle.

        Args:
            bundle: The bundle.
            root: The site's absolute address, where that is known.
            browser: What of it runs in the reader's browser; nothing if left out.
        """
        self.assets = Assets()
        self.root = root
        self.browser = browser or Browser()
        self.libraries = {code: Library(bundle, code, browser) for code in address.LANGUAGES}
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
        library = self.libraries[language]
        if inner in FEEDS:
            return self._feed(library, inner)
        where, _, name = inner.rpartition("/")
        where = address.quoted(f"{where}/") if where else ""
        found = self._page(library, where) if name in (_INDEX, _DATA) else None
        if found is None:
            return None
        return self._html(library, where, found) if name == _INDEX else self._json(path, found)

    def files(self) -> Iterator[File]:
        """Yield all files of the site."""
        shared = (self._asset(self.assets.address(name)) for name in self.assets.files)
        yield from (file for file in shared if file)
        for library in self.libraries.values():
            for where, page in self.pages(library):
                yield self._html(library, where, page)
                if page.data is not None:
                    path = unquote(address.localised(f"{where}{_DATA}", library.language))
                    yield self._json(path, page)
        for library in self.libraries.values():
            for name in FEEDS:
                if made := self._feed(library, name):
                    yield made
        yield from self._pictures()
        yield from map(self._of_browser, self.browser.files)
        yield self._html(self.libraries[address.ENGLISH], address.MISSING, MISSING)

    def pages(self, library: Library) -> Iterator[tuple[str, Page]]:
        """Yield the address and the page of all that a static site has, in one language."""
        listed = []
        for kind in KINDS:
            for key in kind.keys(library):
                where = _where(kind, key)
                if page := kind.page(library, key):
                    listed += [where] if page.listed else []
                    yield where, page
        self._listed[library.language] = tuple(listed)

    def listed(self, library: Library) -> tuple[str, ...]:
        """Return the addresses that the site map has of a language, for which all pages are made.

        They are those of the last time that somebody went through them all.
        """
        if library.language not in self._listed:
            for _ in self.pages(library):
                pass
        return self._listed[library.language]

    def _page(self, library: Library, where: str) -> Page | None:
        for kind in KINDS:
            key = address.key(where, kind.prefix)
            if key is not None and _where(kind, key) == where and (page := kind.page(library, key)):
                return page
        return None

    def _html(self, library: Library, where: str, page: Page) -> File:
        name = "" if where.endswith(".html") else _INDEX
        return File(
            path=unquote(address.localised(f"{where}{name}", library.language)),
            key=_digest(self._build, library.language, where, page),
            make=lambda: self.html(library, where, page),
        )

    def html(self, library: Library, where: str, page: Page) -> bytes:
        """Return a page at an address within its language as HTML."""
        return self._renderer.page(library, where, page).encode()

    def _json(self, path: str, page: Page) -> File:
        return File(
            path=path,
            key=_digest(__version__, page.data),
            make=lambda: msgspec.json.encode({"schema": 1, **msgspec.to_builtins(page.data)}),
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

    def _pictures(self) -> Iterator[File]:
        library = self.libraries[address.ENGLISH]
        named = {
            digest
            for task in library.tasks
            for solution in library.bundle.solutions(task)
            for receipt in library.bundle.receipts(task, solution.file)
            for digest in receipt.pictures.values()
        }
        found = (self._picture(f"{_PICTURES}{digest}.png") for digest in sorted(named))
        return (file for file in found if file)

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
    def _build(self) -> str:
        """What changes with anything that all pages depend on: code, templates, shared files."""
        runs = (self.browser.python and self.browser.python.address, self.browser.checks)
        return _digest(__version__, self.root, self.assets.id, self._renderer.stamp, runs)


def _where(kind: Kind, key: str) -> str:
    """Return the address of a page of a kind within its language."""
    return kind.prefix + (f"{address.quoted(key)}/" if key else "")


def _digest(*parts: object) -> str:
    return hashlib.blake2b(msgspec.json.encode(parts), digest_size=16).hexdigest()

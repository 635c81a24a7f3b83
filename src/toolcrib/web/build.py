"""All files of a static site; those are made that would not be the same as the last time."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.watched import WatchedBundle
from toolcrib.web import address
from toolcrib.web.browser import Browser
from toolcrib.web.feeds import FEEDS, SITEMAP
from toolcrib.web.library import Library
from toolcrib.web.memory import Files, Memory, code_stamp
from toolcrib.web.page import Kind
from toolcrib.web.site import File, Site
from toolcrib.web.watch import Watch

_PICTURES = "pictures"


class Build:
    """The files of a site, made of a bundle and of what is remembered of the last time."""

    def __init__(
        self,
        bundle: Bundle,
        root: str = "",
        browser: Browser | None = None,
        memory: Path | None = None,
    ) -> None:
        """Take an open bundle, which has to stay open.

        Args:
            bundle: The bundle.
            root: The site's absolute address, where that is known.
            browser: What of it runs in the reader's browser; nothing if left out.
            memory: The file in which is kept what pages were made of; without one all are made.
        """
        self.made = 0
        """How many pages, feeds and the like were made so far, rather than known."""
        watch = Watch()
        watched = WatchedBundle(bundle, watch.reader)
        watch.fresh = watched.forget
        self._site = Site(watched, root, browser, watch)
        self._watch = watch
        self._memory = Memory(self._site.stock, memory, f"{code_stamp()} {self._site.build}")

    def files(self) -> Iterator[File]:
        """Yield all files, and remember what they were made of in the end."""
        yield from self._pages()
        for library in self._site.libraries.values():
            for name in FEEDS:
                yield from self._feed(library, name)
        yield from self._pictures()
        yield from self._site.others()
        self._memory.write()

    def _pages(self) -> Iterator[File]:
        listed: dict[str, list[str]] = {language: [] for language in self._site.libraries}
        for kind, key, where in self._site.addresses():
            # Language by language, what a page shows is looked up and coloured once.
            for library in self._site.libraries.values():
                is_listed, files = self._page(library, kind, key, where)
                if is_listed:
                    listed[library.language].append(where)
                yield from files
        for language, places in listed.items():
            self._site.take_listed(language, places)

    def _page(
        self, library: Library, kind: Kind, key: str, where: str
    ) -> tuple[bool, Iterable[File]]:
        name = address.localised(where, library.language)
        if known := self._memory.recall(name):
            return known.listed, self._remade(known.files)
        self.made += 1
        with self._watch.making() as asked:
            of = library.anew()
            page = kind.page(of, key)
            contents = self._site.contents(of, where, page) if page else {}
        files = {path: _file(path, content) for path, content in contents.items()}
        listed = bool(page and page.listed)
        self._memory.keep(name, _keys(files.values()), asked, listed=listed)
        return listed, files.values()

    def _feed(self, library: Library, name: str) -> Iterable[File]:
        path = address.localised(name, library.language)
        # What lists all pages is made of no question.
        if name != SITEMAP and (known := self._memory.recall(path)):
            return self._remade(known.files)
        self.made += name != SITEMAP
        with self._watch.making() as asked:
            content = FEEDS[name](library.anew(), self._site)
        files = () if content is None else (_file(path, content),)
        self._memory.keep(path, _keys(files), asked)
        return files

    def _pictures(self) -> Iterable[File]:
        known = self._memory.recall(_PICTURES)
        if known is None:
            with self._watch.making() as asked:
                paths = self._site.pictures()
            known = self._memory.keep(_PICTURES, tuple((path, "") for path in sorted(paths)), asked)
        found = (self._site.file(path) for path, _ in known.files)
        return (file for file in found if file)

    def _remade(self, files: Files) -> Iterator[File]:
        """Yield files that are known; each is made again where it is wanted."""
        for path, key in files:
            yield File(path=path, key=key, make=partial(self._made_again, path))

    def _made_again(self, path: str) -> bytes:
        file = self._site.file(path)
        if file is None:
            raise LookupError(path)
        return file.make()


def _file(path: str, content: bytes) -> File:
    key = hashlib.blake2b(content, digest_size=16).hexdigest()
    return File(path=path, key=key, make=lambda: content)


def _keys(files: Iterable[File]) -> Files:
    return tuple((file.path, file.key) for file in files)

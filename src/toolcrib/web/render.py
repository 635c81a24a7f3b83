"""Pages to text: templates, filled with the words of a language and links that fit the place."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from toolcrib import __version__
from toolcrib.app.quantities import duration, size
from toolcrib.model.module import ModuleId
from toolcrib.model.page import Program
from toolcrib.web import address
from toolcrib.web.asset_files import Assets
from toolcrib.web.highlight import highlight
from toolcrib.web.library import Library
from toolcrib.web.page import Page


class Renderer:
    """Fills templates; `root` is the absolute address of the site, empty where it is not known."""

    def __init__(self, assets: Assets, root: str = "") -> None:
        """Load the templates."""
        from markdown_it import MarkdownIt

        self._assets = assets
        self._root = root
        self._missed: set[str] = set()
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("toolcrib.web"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._marked,
        )
        markdown = MarkdownIt("commonmark", {"html": False})
        self._templates.filters |= {
            "highlight": highlight,
            "size": size,
            "duration": duration,
            "bytes": "{:,} B".format,
            "figure": _median,
            # Only for texts of toolcrib's own; HTML in them stays text.
            "markdown": lambda text: Markup(markdown.render(text)),  # noqa: S704 -- without HTML
        }

    def _marked(self, value: object) -> object:
        """Return what a template shows; what has no translation says that it is English.

        What goes through a filter such as `e` is no plain text any more and stays unmarked: so it
        is in attributes, where only text can stand.
        """
        if type(value) is str and value in self._missed:
            text = escape(value)
            return Markup(f'<span class="untranslated" lang="en">{text}</span>')  # noqa: S704 -- escaped
        return value

    @property
    def stamp(self) -> str:
        """What changes with any template."""
        texts = (self._source(name) for name in sorted(self._templates.list_templates()))
        return hashlib.blake2b("".join(texts).encode(), digest_size=8).hexdigest()

    def _source(self, name: str) -> str:
        loader = self._templates.loader
        return loader.get_source(self._templates, name)[0] if loader else ""

    def page(self, library: Library, where: str, page: Page) -> str:
        """Return a page as HTML; `where` is its address within the language."""
        here = address.localised(where, library.language)
        self._missed = library.texts.missed
        return self._templates.get_template(page.template).render(
            **page.content,
            shown=page,
            here=where,
            lang=library.language,
            languages=address.LANGUAGES,
            version=__version__,
            root=self._root,
            _=library.texts,
            proof_phrase=library.texts.proof,
            browser=library.browser,
            **_links(self._from(here), library.language, self._assets),
        )

    def _from(self, here: str) -> Callable[[str], str]:
        """Return what makes a link from a page to an address below the root.

        A static host shows the page for what is missing at any address, so its links begin at the
        root of the host.
        """
        if here == address.MISSING and self._root:
            return urlsplit(self._root).path.__add__
        return partial(address.relative, here)


def _links(
    link: Callable[[str], str], language: str, assets: Assets
) -> dict[str, Callable[..., Any]]:
    """Return the functions by which templates make links that fit their page."""

    def url(there: str) -> str:
        return link(address.localised(there, language))

    return {
        "url": url,
        "in_language": lambda there, other: link(address.in_language(there, other)),
        "imports": assets.imports,
        "asset": lambda name: link(assets.address(name)),
        "file": link,
        "module_url": lambda id_: url(address.of_module(ModuleId(id_))),
        "task_url": lambda id_: url(address.of_task(id_)),
    }


def _median(program: Program, name: str) -> int:
    """Return the median of a measured figure, or 0 where there is none."""
    figure = getattr(program.measurement.figures, name) if program.measurement else None
    return figure.median if figure else 0

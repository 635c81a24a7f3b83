"""Files for machines that every language has: site map, feed of proofs, texts, manifest, search."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toolcrib.model.proof import Word
from toolcrib.web import address, offline
from toolcrib.web.library import Library

if TYPE_CHECKING:
    from toolcrib.web.site import Site

SITEMAP = "sitemap.xml"

_ENTRIES = 50
"""Entries of the feed; the newest proofs."""


def _sitemap(library: Library, site: "Site") -> bytes | None:
    """Return the site map of the whole site (sitemaps.org, protocol 0.9), or nothing.

    It takes absolute addresses, so there is none where the site's own is not known.
    """
    if not site.root or library.language != address.ENGLISH:
        return None
    places = [
        f"  <url><loc>{escape(site.root + address.localised(where, language))}</loc></url>\n"
        for language, each in site.libraries.items()
        for where in site.listed(each)
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<urlset xmlns="{space}">\n{"".join(places)}</urlset>\n'.encode()


def _robots(library: Library, site: "Site") -> bytes | None:
    """Return what robots may read: all of it (RFC 9309)."""
    if library.language != address.ENGLISH:
        return None
    where = f"Sitemap: {site.root}sitemap.xml\n" if site.root else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def _feed(library: Library, site: "Site") -> bytes:
    """Return the newest proofs as Atom (RFC 4287), a task an entry."""
    texts = library.texts
    rows = [row for row in library.bundle.solution_proofs() if row[2].word is Word.PROVEN]
    rows.sort(key=lambda row: (row[2].when, row[0]), reverse=True)
    newest = {task: (module, proof) for task, module, proof in reversed(rows)}
    shown = list(reversed(newest.items()))[:_ENTRIES]
    entries = []
    for task, (module, proof) in shown:
        name = (library.bundle.entry(module) or (module, ""))[0]
        link = quoteattr(site.root + address.localised(address.of_task(task), library.language))
        said = f"{name}: {texts.proof(proof.phrase)}"
        entries.append(
            f"  <entry>\n    <id>tag:toolcrib,2026:{escape(task)}:{proof.when}</id>\n"
            f"    <title>{escape(texts(library.tasks[task].title))}</title>\n"
            f"    <link href={link}/>\n    <updated>{proof.when}T00:00:00Z</updated>\n"
            f"    <summary>{escape(said)}</summary>\n  </entry>\n"
        )
    updated = library.coverage.newest or "2026-01-01"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{library.language}">\n'
        f"  <id>tag:toolcrib,2026:proofs:{library.language}</id>\n"
        f"  <title>toolcrib: {escape(texts('Proven last'))}</title>\n"
        "  <author><name>toolcrib</name></author>\n"
        f"  <updated>{updated}T00:00:00Z</updated>\n{''.join(entries)}</feed>\n"
    ).encode()


def _plain(library: Library, site: "Site") -> bytes:
    """Return a guide for language models: what is here, category by category, with links."""
    texts = library.texts
    lines = [
        "# toolcrib",
        "",
        f"> {texts('Ask for a task, get a Python module that was proven to do it.')}",
        "",
        texts("Each page below has the same as JSON beside it, in index.json."),
    ]
    for category in library.categories:
        tasks = [task for task in library.tasks.values() if task.category == category.key]
        if tasks:
            lines += ["", f"## {texts(category.title)}", ""]
        for task in tasks:
            link = site.root + address.localised(address.of_task(task.id), library.language)
            lines.append(f"- [{texts(task.title)}]({link})")
    return "\n".join((*lines, "")).encode()


def _manifest(library: Library, site: "Site") -> bytes | None:
    """Return the manifest by which a browser installs the site (W3C Web Application Manifest)."""
    if library.language != address.ENGLISH:
        return None
    icon = {"src": site.assets.address("icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    return json.dumps(
        {
            "name": "toolcrib",
            "short_name": "toolcrib",
            "start_url": "./",
            "scope": "./",
            "display": "minimal-ui",
            "background_color": "#fbfaf6",
            "theme_color": "#20262b",
            "icons": [icon],
        }
    ).encode()


def _search(library: Library, _: "Site") -> bytes | None:
    """Return what browsers search in."""
    return library.stock.search_index if library.language == address.ENGLISH else None


def _worker(library: Library, site: "Site") -> bytes | None:
    """Return the service worker; it has to lie at the root to serve all pages."""
    if library.language != address.ENGLISH:
        return None
    return offline.worker(site, library.stock.search_index)


Feed = Callable[[Library, "Site"], bytes | None]

FEEDS: Mapping[str, Feed] = {
    SITEMAP: _sitemap,
    "robots.txt": _robots,
    "feed.xml": _feed,
    "llms.txt": _plain,
    "manifest.webmanifest": _manifest,
    offline.INDEX: _search,
    offline.WORKER: _worker,
}
"""Each file by its name; one that says nothing in a language is not there."""

"""The site and its API over HTTP: the same files as the static site, made when asked for.

Nothing that anybody sends is ever executed, and nothing is written.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from toolcrib.app.bundle import open_bundle
from toolcrib.app.settings import named_catalogs
from toolcrib.model.value import Value
from toolcrib.web import address
from toolcrib.web.browser import Browser
from toolcrib.web.kinds import search
from toolcrib.web.serving.answers import answer
from toolcrib.web.serving.asking import BUSY, asking
from toolcrib.web.serving.ending import EndingMiddleware
from toolcrib.web.serving.kept import Content, Kept, packed
from toolcrib.web.serving.limits import Limits, LimitsMiddleware, Rate
from toolcrib.web.serving.media import is_packable, media_type
from toolcrib.web.serving.processes import Processes, Source
from toolcrib.web.serving.questions import RESULTS, Question
from toolcrib.web.serving.routes import api_routes
from toolcrib.web.serving.security import SecurityMiddleware
from toolcrib.web.site import MISSING, File, Site

_LASTING = ("assets/", "pyodide/", "wheels/")
"""Folders of files whose addresses change with their content."""
_HTML = "text/html; charset=utf-8"
_LARGE = 256 * 1024
"""Bytes from which on packing would keep all others waiting."""


class Serving(Value, frozen=True, kw_only=True):
    """How the site is served: below which prefix, with which limits; `url` is its own address.

    `browser` is what of it runs in the reader's browser. Questions are answered by so many
    `processes` beside the server's own, or by that itself if there are none.
    """

    prefix: str = ""
    url: str = ""
    limits: Limits = Limits()
    browser: Browser = Browser()
    processes: int = 0


def application(serving: Serving) -> Starlette:
    """Return the application (ASGI) that serves the site of the active catalogs."""
    python = serving.browser.python
    rate = Rate(serving.limits.questions)
    inner = [
        Mount("/api/v1", routes=api_routes(serving.limits, rate)),
        Route("/healthz", _health),
        Route("/{path:path}", partial(_file, rate=rate)),
    ]
    routes: list[BaseRoute] = [Mount(serving.prefix, routes=inner)] if serving.prefix else [*inner]
    return Starlette(
        routes=routes,
        lifespan=partial(_lifespan, serving=serving),
        middleware=[
            Middleware(SecurityMiddleware, elsewhere=python.origin if python else ""),
            Middleware(LimitsMiddleware, limits=serving.limits),
            Middleware(EndingMiddleware),
        ],
    )


@asynccontextmanager
async def _lifespan(app: Starlette, serving: Serving) -> AsyncIterator[dict[str, Any]]:
    with open_bundle() as bundle:
        site = Site(bundle, root=serving.url, browser=serving.browser)
        source = Source(bundle=bundle.path, url=serving.url, catalogs=named_catalogs())
        processes = Processes(source, serving.processes) if serving.processes else None
        async with asking(site, processes) as app.state.asking:
            app.state.site, app.state.files = site, Kept()
            for language in site.libraries:
                _first_page(site, language)
            yield {}


def _first_page(site: Site, language: str) -> None:
    """Make the page that readers come to first, which takes what most others do."""
    found = site.file(address.localised("index.html", language))
    if found:
        found.make()


async def _health(request: Request) -> Response:
    """Say that the site can be asked; it opens no file for that."""
    modules = len(request.app.state.site.libraries[address.ENGLISH].modules)
    body = msgspec.json.encode({"schema": 1, "status": "ok", "modules": modules})
    return Response(body, media_type="application/json")


async def _file(request: Request, rate: Rate) -> Response:
    site: Site = request.app.state.site
    path = request.path_params["path"]
    query = request.query_params.get("q", "").strip()
    language, inner = address.parsed(path)
    if query and inner == RESULTS and not _waits(request, rate):
        given = (("q", query[: search.LONGEST]),)
        made = await request.app.state.asking.answer(
            Question(route=RESULTS, language=language, given=given)
        )
        # The page without hits does too: a browser finds them by itself.
        if made.status != BUSY:
            return answer(request, made.content, _HTML, {"Cache-Control": "no-cache"})
    name = f"{path}index.html" if path.endswith("/") or not path else path
    found = site.file(name)
    if found is None:
        if site.file(f"{path}/index.html"):
            query = f"?{request.url.query}" if request.url.query else ""
            last = path.rpartition("/")[2]
            return RedirectResponse(f"{last}/{query}", status_code=308)
        return _missing(request, site, path)
    # Weak, because the packed bytes are others.
    tag = f'W/"{found.key}"'
    lasting = path.startswith(_LASTING)
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    media = media_type(name)
    content = await _content(request.app.state.files, found, packable=is_packable(media))
    return answer(request, content, media, headers)


async def _content(files: Kept, file: File, *, packable: bool) -> Content:
    """Return a file and, if it is one to be packed, its packed copy, both made once."""
    key = (file.path, file.key)
    kept = files.found(key)
    if kept:
        return kept
    plain = file.make()
    if not packable:
        return files.keep(key, Content(plain=plain))
    large = len(plain) > _LARGE
    return files.keep(key, await run_in_threadpool(packed, plain) if large else packed(plain))


def _waits(request: Request, rate: Rate) -> int:
    """Return for how long an address may not ask; its browser finds the hits itself then."""
    return rate.wait(request.client.host if request.client else "")


def _missing(request: Request, site: Site, path: str) -> Response:
    language, where = address.parsed(path)
    library = site.libraries[language]
    title = library.texts("Nothing lies at this address.")
    page = msgspec.structs.replace(MISSING, title=title)
    return answer(request, packed(site.html(library, where, page)), _HTML, status=404)

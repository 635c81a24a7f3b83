"""Answers for any host: records as JSON, a page of HTML, or a small file, by what is asked for.

Settings of its room: with `JSON` every answer is JSON, one record where that is `object`, else a
hundred; `KEYS` are names that a record has beside the usual ones.
"""

import base64
import html
import json
import os
from collections.abc import Callable, Iterable
from typing import Any

_HTTPBIN = ("httpbin.org", "www.httpbin.org", "eu.httpbin.org")
_RECORDS = 100
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{host}</title></head>
<body>
<h1>{host}</h1>
<p class="intro">This page stands in for {host}{path}.</p>
<h2>Links</h2>
<ul>
<li><a href="/">Start</a></li>
<li><a href="/about">About</a></li>
<li><a href="https://{host}/news">News</a></li>
</ul>
<h2>Prices</h2>
<table>
<thead><tr><th>Name</th><th>Price</th></tr></thead>
<tbody><tr><td>Lamp</td><td>12.50</td></tr><tr><td>Table</td><td>80.00</td></tr></tbody>
</table>
<img src="/picture.png" alt="A picture">
<form action="/search"><input name="q"><button type="submit">Search</button></form>
</body>
</html>
"""
_CSV = "id,name,value\n1,Ada,2.5\n2,Ben,4.0\n3,Cleo,5.5\n"
_FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>News</title><link>https://example.com/</link>
<description>Stand-in</description><item><title>First</title><link>https://example.com/1</link>
<description>The first entry</description></item></channel></rss>
"""
_FILES = {
    "csv": ("text/csv", _CSV.encode()),
    "txt": ("text/plain", b"User-agent: *\nAllow: /\n"),
    "xml": ("application/xml", _FEED.encode()),
    "rss": ("application/rss+xml", _FEED.encode()),
    "png": ("image/png", _PIXEL),
    "jpg": ("image/png", _PIXEL),
}
_settings = os.environ  # noqa: TID251 -- that of its room

Start = Callable[[str, list[tuple[str, str]]], Any]


def app(request: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Answer a request, as a WSGI application (PEP 3333)."""
    host = request.get("HTTP_HOST", "localhost").partition(":")[0]
    if host in _HTTPBIN:
        from httpbin import app as httpbin  # noqa: PLC0415 -- it takes a second to load

        return httpbin(request, start)
    method, path = request["REQUEST_METHOD"], request.get("PATH_INFO", "/")
    sent = request["wsgi.input"].read(int(request.get("CONTENT_LENGTH") or 0))
    status = "201 Created" if method == "POST" else "200 OK"
    suffix = path.rpartition(".")[2].lower()
    if method in ("POST", "PUT", "PATCH"):
        kind, body = "application/json", _encoded({**_record(_RECORDS + 1), **_object(sent)})
    elif suffix in _FILES:
        kind, body = _FILES[suffix]
    elif _is_json(host, path, request.get("HTTP_ACCEPT", "")):
        kind, body = "application/json", _encoded(_records(path))
    else:
        page = _PAGE.format(host=html.escape(host), path=html.escape(path))
        kind, body = "text/html; charset=utf-8", page.encode()
    start(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [] if method == "HEAD" else [body]


def _is_json(host: str, path: str, accept: str) -> bool:
    asked = "application/json" in accept or path.endswith(".json")
    named = host.startswith("api.") or "api" in path.split("/")
    return bool(asked or named or _settings.get("JSON"))


def _records(path: str) -> object:
    last = path.rstrip("/").rpartition("/")[2]
    if last.isdigit() or _settings.get("JSON") == "object":
        return _record(int(last) if last.isdigit() else 1)
    return [_record(number) for number in range(1, _RECORDS + 1)]


def _record(number: int) -> dict[str, object]:
    asked = {key: f"{key} {number}" for key in _settings.get("KEYS", "").split("\n") if key}
    usual: dict[str, object] = {
        "userId": (number - 1) // 10 + 1,
        "id": number,
        "name": f"Name {number}",
        "title": f"Title {number}",
        "body": f"Text {number}",
        "url": f"https://example.com/{number}",
        "completed": number % 2 == 0,
    }
    return {**asked, **usual}


def _object(sent: bytes) -> dict[str, object]:
    try:
        value = json.loads(sent)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _encoded(value: object) -> bytes:
    return json.dumps(value).encode()

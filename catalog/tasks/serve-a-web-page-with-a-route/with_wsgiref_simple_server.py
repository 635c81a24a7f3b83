# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:wsgiref.simple_server"
# ///
"""An application is one function, and this server runs it; Flask's and Django's are such, too."""

import re
from html import escape
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server

guests: dict[str, str] = {}


def application(environ, start_response):
    match = re.fullmatch(r"/tables/(\d+)", environ["PATH_INFO"])
    if not match:
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"there is no such page"]
    number, status = match[1], "200 OK"
    if environ["REQUEST_METHOD"] == "POST":
        form = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode()
        guests[number] = parse_qs(form)["guest"][0]
        status = "201 Created"
    page = f"<h1>Table {number}</h1><p>{escape(guests.get(number, 'free'))}</p>"
    start_response(status, [("Content-Type", "text/html; charset=utf-8")])
    return [page.encode()]


make_server("localhost", 8000, application).serve_forever()

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:http.server"
# ///
"""Nothing to install, for the price of reading paths and forms by oneself."""

import re
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

guests: dict[str, str] = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if match := re.fullmatch(r"/tables/(\d+)", self.path):
            self.show(match[1], 200)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        if match := re.fullmatch(r"/tables/(\d+)", self.path):
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            guests[match[1]] = parse_qs(form)["guest"][0]
            self.show(match[1], 201)
        else:
            self.send_error(404)

    def show(self, number: str, status: int) -> None:
        page = f"<h1>Table {number}</h1><p>{escape(guests.get(number, 'free'))}</p>"
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())


ThreadingHTTPServer(("127.0.0.1", 8000), Handler).serve_forever()

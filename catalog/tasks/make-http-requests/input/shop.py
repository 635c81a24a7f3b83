"""A book shop on the loopback interface, for the requests of this task."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

BOOKS = {"Austen": ["Emma", "Persuasion"], "Verne": ["Around the World in Eighty Days"]}


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path == "/books":
            author = parse_qs(url.query)["author"][0]
            self.answer(200, {"titles": BOOKS[author]})
        elif url.path == "/novels":
            self.answer(301, {}, Location="/books?author=Verne")
        elif url.path == "/stock":
            time.sleep(60)
        else:
            self.answer(404, {"error": f"nothing at {url.path}"})

    def do_POST(self) -> None:
        order = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.headers["Authorization"] == "Bearer spring-2026":
            self.answer(201, {"ordered": order["title"], "copies": order["copies"]})
        else:
            self.answer(401, {"error": "sign in first"})

    def answer(self, status: int, body: dict, **headers: str) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def start() -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"

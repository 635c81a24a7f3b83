"""A stand-in for jsonplaceholder.typicode.com: its shape of 100 posts, not its texts, over TLS."""

import json
import os
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "jsonplaceholder.typicode.com"
POSTS = [
    {"userId": (n + 9) // 10, "id": n, "title": f"Post {n}", "body": f"Text of post {n}"}
    for n in range(1, 101)
]


class Posts(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/posts" else 404)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(json.dumps(POSTS if self.path == "/posts" else {}).encode())

    def log_message(self, *_: object) -> None:
        pass


def start() -> None:
    """Answer in place of the host, under its name, with a certificate that is trusted in here."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Posts)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain("server.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    look_up = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *details: object, **more: object) -> list:
        here = server.server_address if host == HOST else (host, port)
        return look_up(*here, *details, **more)

    socket.getaddrinfo = getaddrinfo
    os.environ["REQUESTS_CA_BUNDLE"] = os.environ["SSL_CERT_FILE"] = "authority.pem"

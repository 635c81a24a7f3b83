# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http.server"
# ///
"""SimpleHTTPRequestHandler serves files and drops ".." from paths; /health is one more path."""

import argparse
import http.client
import os
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Handler(SimpleHTTPRequestHandler):
    def answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path != "/health":
            return super().do_GET()
        self.answer(b'{"status": "ok"}')

    def do_POST(self) -> None:
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))


def ask(address: tuple[str, int], request: str) -> int:
    path, _, body = request.partition("=")
    client = http.client.HTTPConnection(*address)
    client.request("POST" if body else "GET", path, body.encode() or None)
    response = client.getresponse()
    text = response.read().decode() if response.status == 200 else response.reason
    print(path, response.status, text.rstrip())
    return response.status


parser = argparse.ArgumentParser(description="Serve a directory and /health on 127.0.0.1.")
parser.add_argument("directory", nargs="?", default="logs")
parser.add_argument("--port", type=int, default=8000)
parser.add_argument("--check", nargs="+", metavar="PATH[=BODY]", help="ask for these and end")
args = parser.parse_args()
if not 0 <= args.port < 65536:
    parser.error("the port must lie between 0 and 65535")
try:
    os.chdir(args.directory)
    server = ThreadingHTTPServer(("127.0.0.1", args.port), Handler)
    if args.check:
        Handler.log_message = lambda *details: None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.exit({ask(server.server_address, request) for request in args.check} != {200})
    server.serve_forever()
except (OSError, ValueError, http.client.HTTPException) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

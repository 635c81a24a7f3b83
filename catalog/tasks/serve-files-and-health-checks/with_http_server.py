# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:http.server"
# ///
"""SimpleHTTPRequestHandler serves files and drops ".." from paths; /health is one more path."""

import argparse
import os
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Handler(SimpleHTTPRequestHandler):
    def answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path == "/health":
            self.answer(b'{"status": "ok"}')
        else:
            super().do_GET()

    def do_POST(self) -> None:
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))


parser = argparse.ArgumentParser(description="Serve a directory and /health on 127.0.0.1.")
parser.add_argument("directory", nargs="?", default="logs")
parser.add_argument("--port", type=int, default=8000)
args = parser.parse_args()
if not 0 <= args.port < 65536:
    parser.error("the port must lie between 0 and 65535")
try:
    os.chdir(args.directory)
    with ThreadingHTTPServer(("127.0.0.1", args.port), Handler) as server:
        print(f"{args.directory} is at http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

"""A server of one file of 5 MB; its first connection breaks after 2 MiB."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SURVEY = bytes(range(250)) * 20_000
FIRST_PART = 2 * 1024**2
_broken = threading.Event()


class Mirror(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path != "/survey.bin":
            self.send_error(404)
            return
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if "Range" in self.headers else 200)
        self.send_header("Content-Length", str(len(SURVEY) - start))
        if "Range" in self.headers:
            self.send_header("Content-Range", f"bytes {start}-{len(SURVEY) - 1}/{len(SURVEY)}")
        self.end_headers()
        self.wfile.write(SURVEY[start:] if _broken.is_set() else SURVEY[start:FIRST_PART])
        _broken.set()

    def log_message(self, *_: object) -> None:
        pass


def start() -> str:
    """Start it and return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"

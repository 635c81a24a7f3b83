"""A timetable on the loopback interface that counts its visitors and is not always in good form."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

connections = 0
_tries: list[float] = []


class Timetable(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        global connections
        connections += 1
        super().setup()

    def do_GET(self) -> None:
        match self.path:
            case "/busy":
                _tries.append(time.monotonic())
                pauses = [int(b - a) for a, b in zip(_tries, _tries[1:])]
                text = f"the third try came after pauses of {pauses} seconds"
                self.answer(503 if len(_tries) < 3 else 200, text.encode())
            case "/silent":
                time.sleep(60)
            case "/year":
                self.answer(200, b"05:10 Harbour\n" * 100_000)
            case line:
                self.answer(200, f"{line}: every 12 minutes".encode())

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def start() -> int:
    """Start it and return its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Timetable)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port

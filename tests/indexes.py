"""An index on this machine that answers from a table, for tests of its client."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

JSON = "application/vnd.pypi.simple.v1+json"
PAGE = {"meta": {"api-version": "1.1"}, "files": [{"filename": "thing-1.0.tar.gz"}]}

Reply = tuple[int, dict[str, str], bytes]


class Index:
    """A server that answers from a table, and remembers what it was asked."""

    def __init__(self) -> None:
        """Begin to listen on a free port."""
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                index.asked.append((self.path, headers))
                status, headers, body = index.reply(self.path)
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing on stderr."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def reply(self, path: str) -> Reply:
        """Return the next reply for a path; the last one stays."""
        waiting = self.replies.get(path, [(404, {}, b"no such project")])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def project(self, name: str, *replies: Reply) -> None:
        """Put a project on the server."""
        page = (200, {"Content-Type": JSON}, json.dumps(PAGE).encode())
        self.replies[f"/simple/{name}/"] = list(replies) or [page]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/simple"

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

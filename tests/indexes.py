"""An index on this machine that answers from a table, for tests of its client."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

JSON = "application/vnd.pypi.simple.v1+json"
PAGE = {"meta": {"api-version": "1.1"}, "files": [{"filename": "thing-1.0.tar.gz"}]}

Reply = tuple[int, dict[str, str], bytes]


class Index:
    """A server that answers from a table, and remembers what it was asked."""

    def __init__(self) -> None:
        """Begin to listen on a free port."""
        self.replies: dict[str, list[Reply]] = {}
        self.files: dict[str, Path | bytes] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.sent = 0
        self.ranges = True
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                index.asked.append((self.path, headers))
                if self.path in index.files:
                    status, headers, body = index.part(self.path, headers.get("range", ""))
                else:
                    status, headers, body = index.reply(self.path)
                index.sent += len(body)
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

    def part(self, path: str, wanted: str) -> Reply:
        """Return the part of a file that a Range header asks for (RFC 9110), or all of it."""
        source = self.files[path]
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        if not wanted or not self.ranges:
            begin, end = 0, size
        elif first:
            begin, end = int(first), min(size, int(last) + 1)
        else:
            begin, end = max(0, size - int(last)), size
        if isinstance(source, bytes):
            body = source[begin:end]
        else:
            with source.open("rb") as file:
                file.seek(begin)
                body = file.read(end - begin)
        if not wanted or not self.ranges:
            return 200, {}, body
        return 206, {"Content-Range": f"bytes {begin}-{end - 1}/{size}"}, body

    def archive(self, project: str, name: str, data: Path | bytes, metadata: str = "") -> None:
        """Put a file of a project on the server, and its METADATA beside it."""
        self.files[f"/files/{name}"] = data
        if metadata:
            self.files[f"/files/{name}.metadata"] = metadata.encode()
        entry = {"filename": name, "url": f"/files/{name}", "core-metadata": bool(metadata)}
        page = {"meta": {"api-version": "1.1"}, "files": [entry]}
        self.project(project, (200, {"Content-Type": JSON}, json.dumps(page).encode()))

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

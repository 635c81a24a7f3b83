"""A static host on this machine, with the headers that docs/site.md asks of one."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from toolcrib.web.serving.media import media_type
from toolcrib.web.serving.security import policy


class _Host(http.server.SimpleHTTPRequestHandler):
    def guess_type(self, path: object) -> str:
        return media_type(str(path))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder as a static host does; yields its address, with a slash at its end."""
    handler = functools.partial(_Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()

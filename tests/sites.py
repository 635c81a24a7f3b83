"""A static host on this machine, with the headers that docs/site.md asks of one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from toolcrib.web.serving.media import media_type
from toolcrib.web.serving.security import HEADERS


class _Quiet(SimpleHTTPRequestHandler):
    """A static host as most are, with the headers that docs/site.md asks for."""

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        return media_type(str(path))


@contextmanager
def static_host(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()

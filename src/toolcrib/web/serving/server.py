"""The HTTP server, which says where it is when it can answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn
from starlette.types import ASGIApp

if TYPE_CHECKING:
    from socket import socket

_END = 5
"""Seconds that requests have to end when the server does."""
_CONNECTIONS = 1000
"""Connections at a time; more are turned away."""


class Server(uvicorn.Server):
    """A server of an application."""

    def __init__(
        self, application: ASGIApp, ready: Callable[[], object], *, behind_proxy: bool
    ) -> None:
        """Take the application, and what is called when questions can be asked."""
        config = uvicorn.Config(
            application,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=behind_proxy,
            timeout_graceful_shutdown=_END,
            limit_concurrency=_CONNECTIONS,
        )
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: "list[socket] | None" = None) -> None:
        """Have the application make itself ready, and only then listen."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

"""The time that an answer may take in all, however slowly a server sends it.

A limit for each read is none for the whole: who sends a byte a second never exceeds it. So when the
time is up the connection is shut down, and whoever waits for it hears its end.
"""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import urllib3

_question = threading.local()


class Deadline:
    """A limit for all that the current thread asks within this context."""

    def __init__(self, seconds: float) -> None:
        """Take the time that is left."""
        self.expired = False
        self._connection: Any = None
        self._timer = threading.Timer(max(seconds, 0.0), self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Begin to count."""
        _question.deadline = self
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Count no more."""
        self._timer.cancel()
        _question.deadline = None

    def watch(self, connection: object) -> None:
        """Name the connection that ends with the time."""
        self._connection = connection
        if self.expired:
            self._expire()

    def _expire(self) -> None:
        self.expired = True
        sock = getattr(self._connection, "sock", None)
        if sock is not None:
            with suppress(OSError):
                # Past TLS, whose own shutdown would speak with the server once more.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


def watched(manager: "urllib3.PoolManager") -> "urllib3.PoolManager":
    """Let a pool's connections end with the deadline of the thread that uses them."""
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    class Plain(HTTPConnectionPool):
        ConnectionCls = _watched(HTTPConnectionPool.ConnectionCls)

    class Secure(HTTPSConnectionPool):
        ConnectionCls = _watched(HTTPSConnectionPool.ConnectionCls)

    manager.pool_classes_by_scheme = {"http": Plain, "https": Secure}
    return manager


def _watched(kind: Any) -> Any:  # noqa: ANN401 -- classes of connections, with urllib3's own signatures
    class Watched(kind):  # type: ignore[misc]
        def request(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
            deadline: Deadline | None = getattr(_question, "deadline", None)
            if deadline:
                deadline.watch(self)
            super().request(*arguments, **options)

    return Watched

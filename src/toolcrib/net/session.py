"""One question to a server: bounded in time and size, tried again where that may help.

No message holds an address: that may hold a password.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import unquote, urlsplit

from toolcrib.errors import NetworkError
from toolcrib.model.value import Value
from toolcrib.net.credentials import Credentials, Login
from toolcrib.net.deadline import Deadline, watched
from toolcrib.net.settings import IndexSettings

if TYPE_CHECKING:
    import urllib3

AT_ONCE = 4
"""How many questions are open at a time."""

_REDIRECTS = 5
_PASSING = frozenset({429, 500, 502, 503, 504})
_UNAUTHORIZED, _NOT_FOUND = 401, 404
# Who asks for more patience than this holds up a check: the answer is a gap then.
_LONGEST_WAIT = 5.0
_STEP = 64 * 1024


class UnreachableError(NetworkError):
    """There was no connection at all, so further questions are in vain."""


class _PassingError(NetworkError):
    """A fault that may be gone when one asks again, after so many seconds if that is known."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Reply(Value, frozen=True, kw_only=True):
    """What a server has sent; names of headers in lower case. `whole` unless the limit cut it."""

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool = True


class _Question(Value, frozen=True, kw_only=True):
    """What is asked of a server; `cut` takes the beginning of what is too long."""

    url: str
    most: int
    headers: dict[str, str]
    cut: bool
    decode: bool


class Session:
    """Connections to some indexes and the hosts of their files, for several threads."""

    def __init__(
        self, settings: IndexSettings, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        """Take how to reach them; `sleep` waits between attempts."""
        self._settings, self._sleep = settings, sleep
        self._logins = Credentials(settings.indexes, settings.netrc, keyring=settings.keyring)
        self._pools: dict[tuple[bool, bool], urllib3.PoolManager] = {}
        self._lock = threading.Lock()

    def get(
        self,
        url: str,
        *,
        most: int,
        headers: dict[str, str] | None = None,
        cut: bool = False,
        decode: bool = False,
    ) -> Reply:
        """Return the answer to a GET, whatever its status, unless that tells a passing fault.

        Args:
            url: What is asked for; `file:` reads a file, or the `index.html` of a folder.
            most: How many bytes are read at most.
            headers: What is sent beside the usual.
            cut: Whether a longer body is cut there, rather than refused.
            decode: Whether the server may compress the body; a file's compression is its own.

        Raises:
            NetworkError: There was no answer within the limits; the message is a sentence's end,
                such as "it did not answer in time".
        """
        if url.startswith("file:"):
            return _read_file(url, most, headers or {}, cut=cut)
        question = _Question(url=url, most=most, headers=headers or {}, cut=cut, decode=decode)
        end = time.monotonic() + self._settings.total
        attempt = 0
        while True:
            try:
                return self._try(question, end)
            except _PassingError as fault:
                wait = fault.wait
                if wait is None:
                    wait = self._settings.back_off * 2**attempt
                attempt += 1
                late = time.monotonic() + wait >= end
                if attempt > self._settings.retries or wait > _LONGEST_WAIT or late:
                    raise NetworkError(str(fault)) from None
                self._sleep(wait)

    def _try(self, question: _Question, end: float) -> Reply:
        reply = self._ask(question, self._logins.known(question.url), end)
        if reply.status == _UNAUTHORIZED and (other := self._logins.asked_for(question.url)):
            reply = self._ask(question, other, end)
        if reply.status in _PASSING:
            wait = reply.headers.get("retry-after", "")
            seconds = float(wait) if wait.isascii() and wait.isdigit() else None
            raise _PassingError(f"the index answered with status {reply.status}", seconds)
        return reply

    def _ask(self, question: _Question, login: Login | None, end: float) -> Reply:
        import urllib3

        url, most = question.url, question.most
        packing = "gzip" if question.decode else "identity"
        sent = {"User-Agent": "toolcrib", "Accept-Encoding": packing, **question.headers}
        if login:
            sent |= urllib3.make_headers(basic_auth=f"{login.user}:{login.password}")
        with Deadline(end - time.monotonic()) as deadline:
            try:
                response = self._pool(url).request(
                    "GET", url, headers=sent, preload_content=False, decode_content=question.decode
                )
                body = _body(response, most, deadline)
            except (urllib3.exceptions.HTTPError, ValueError, OSError) as fault:
                _explain(fault, deadline)
            if deadline.expired:
                raise NetworkError("the index did not finish its answer in time")
        if len(body) > most and not question.cut:
            raise NetworkError("the index's answer is too large")
        named = {name.lower(): value for name, value in response.headers.items()}
        whole = len(body) <= most
        return Reply(status=response.status, headers=named, body=body[:most], whole=whole)

    def _pool(self, url: str) -> "urllib3.PoolManager":
        host = urlsplit(url).hostname or ""
        key = (host in self._settings.direct, host in self._settings.trusted)
        with self._lock:
            if key not in self._pools:
                self._pools[key] = _open_pool(self._settings, direct=key[0], trusted=key[1])
            return self._pools[key]


def _body(response: "urllib3.BaseHTTPResponse", most: int, deadline: Deadline) -> bytes:
    """Return the body, and of one that is too long at least one byte too many."""
    parts, length = [], 0
    try:
        while length <= most and not deadline.expired:
            part = response.read(min(_STEP, most + 1 - length))
            if not part:
                # Only a connection whose answer was read to its end serves for another one.
                response.release_conn()
                break
            parts.append(part)
            length += len(part)
    finally:
        if length > most or deadline.expired:
            response.close()
    return b"".join(parts)


def _open_pool(settings: IndexSettings, *, direct: bool, trusted: bool) -> "urllib3.PoolManager":
    import urllib3

    options: dict[str, Any] = {
        "maxsize": AT_ONCE,
        "timeout": urllib3.Timeout(connect=settings.connect, read=settings.read),
        # Attempts are counted by the session, which knows how much time is left.
        "retries": urllib3.Retry(
            total=_REDIRECTS,
            connect=0,
            read=0,
            status=0,
            other=0,
            redirect=_REDIRECTS,
            raise_on_status=False,
            respect_retry_after_header=False,
        ),
    }
    if settings.ca_file:
        options["ca_certs"] = settings.ca_file
    if trusted:
        options["cert_reqs"] = "CERT_NONE"
    if settings.proxy and not direct:
        return watched(urllib3.ProxyManager(settings.proxy, **options))
    return watched(urllib3.PoolManager(**options))


def _explain(fault: Exception, deadline: Deadline) -> NoReturn:
    """Turn a fault of the connection into its sentence; its own text may hold the address."""
    from urllib3 import exceptions

    if isinstance(fault, exceptions.MaxRetryError) and fault.reason:
        fault = fault.reason
    if deadline.expired or isinstance(fault, exceptions.ReadTimeoutError):
        # A server that has stalled once will stall again; the time is better spent elsewhere.
        raise NetworkError("the index did not finish its answer in time") from None
    if isinstance(fault, exceptions.ResponseError):
        raise NetworkError("the index redirects without end") from None
    if isinstance(fault, exceptions.SSLError):
        raise UnreachableError("the index's certificate is not trusted") from None
    if isinstance(fault, exceptions.ProxyError):
        raise UnreachableError("the proxy gave no connection to the index") from None
    if isinstance(fault, (exceptions.ConnectTimeoutError, exceptions.NewConnectionError)):
        raise UnreachableError("there is no connection to the index") from None
    if isinstance(fault, exceptions.DecodeError):
        raise NetworkError("the index's answer cannot be decompressed") from None
    if isinstance(fault, (exceptions.ProtocolError, OSError)):
        raise _PassingError("the index broke off its answer") from None
    raise NetworkError("the index's answer is no HTTP") from None


def _read_file(url: str, most: int, headers: dict[str, str], *, cut: bool) -> Reply:
    """Answer from this machine's own disk, as pip takes `file:` addresses."""
    path = Path(unquote(urlsplit(url).path))
    if path.is_dir():
        path /= "index.html"
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            begin, end = _span(headers.get("Range", ""), size)
            file.seek(begin)
            body = file.read(min(end - begin, most + 1))
    except OSError:
        return Reply(status=_NOT_FOUND, headers={}, body=b"")
    if len(body) > most and not cut:
        raise NetworkError("the index's answer is too large")
    kind = "text/html" if path.suffix == ".html" else "application/octet-stream"
    told = {"content-type": kind}
    if "Range" in headers:
        told["content-range"] = f"bytes {begin}-{end - 1}/{size}"
    status = 206 if "Range" in headers else 200
    return Reply(status=status, headers=told, body=body[:most], whole=len(body) <= most)


def _span(wanted: str, size: int) -> tuple[int, int]:
    """Return where a range begins and ends; the first byte behind it."""
    first, _, last = wanted.removeprefix("bytes=").partition("-")
    if not wanted:
        return 0, size
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(size, int(last) + 1) if last else size

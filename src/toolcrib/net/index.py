"""The client of a package index: what is published under a name.

It asks the simple repository API, one project at a time: JSON where the index speaks it, else HTML.
"""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolcrib.errors import NetworkError, UsageError
from toolcrib.model.module import normalised
from toolcrib.model.published import Published
from toolcrib.model.value import Value
from toolcrib.net.cache import AnswerCache, Kept
from toolcrib.net.simple import from_html, from_json

if TYPE_CHECKING:
    import urllib3

DEFAULT_INDEX = "https://pypi.org/simple/"

ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
"""JSON is asked for, HTML is taken (PEP 691, "Version + Format Selection")."""

_AT_ONCE = 4
_RETRIES = 2
_MOST = 32 * 1024 * 1024
_OK, _NOT_MODIFIED, _NOT_FOUND, _GONE = 200, 304, 404, 410


class IndexSettings(Value, frozen=True, kw_only=True):
    """Where the index is and how to reach it; times in seconds. An empty `url` is PyPI."""

    cache: Path
    url: str = ""
    ca_file: str = ""
    proxy: str = ""
    connect: float = 5.0
    read: float = 15.0
    fresh: float = 24 * 3600.0
    back_off: float = 0.5


class Answers(Value, frozen=True, kw_only=True):
    """What an index said by normalised name, and why it said nothing of the others."""

    published: dict[str, Published]
    failed: dict[str, str]


def ask_index(names: Iterable[str], settings: IndexSettings, now: float, today: str) -> Answers:
    """Ask an index for projects: a few at once, with time limits, retries and a cache.

    Args:
        names: The projects, in any spelling.
        settings: The index.
        now: The time in seconds since the epoch, for the age of what is kept.
        today: The date that answers carry.

    Raises:
        UsageError: The address of the index is none that can be asked.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only with a network

    wanted = sorted({normalised(name) for name in names})
    client = _Client(settings, now, today)
    if not wanted:
        return Answers(published={}, failed={})
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        try:
            results = dict(zip(wanted, pool.map(client.answer, wanted), strict=True))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return Answers(
        published={name: r for name, r in results.items() if isinstance(r, Published)},
        failed={name: r for name, r in results.items() if isinstance(r, str)},
    )


class _Client:
    """One round of questions; after a failed connection it asks no more."""

    def __init__(self, settings: IndexSettings, now: float, today: str) -> None:
        self._settings, self._now, self._today = settings, now, today
        self._address, self._credentials = split_address(settings.url or DEFAULT_INDEX)
        self._cache = AnswerCache(settings.cache, self._address)
        self._down = threading.Event()
        self._lock = threading.Lock()
        self._pool: urllib3.PoolManager | None = None

    def answer(self, project: str) -> Published | str:
        """Return what is published under a name, or the reason why that is not known."""
        kept = self._cache.get(project)
        if kept and 0 <= self._now - kept.fetched < self._settings.fresh:
            return kept.published
        if self._down.is_set():
            return "the index did not answer"
        try:
            published, etag = self._fetch(project, kept)
        except NetworkError as fault:
            return str(fault)
        self._cache.put(project, Kept(fetched=self._now, published=published, etag=etag))
        return published

    def _fetch(self, project: str, kept: Kept | None) -> tuple[Published, str]:
        import urllib3

        headers = {"Accept": ACCEPT, "User-Agent": "toolcrib"}
        if self._credentials:
            headers |= urllib3.make_headers(basic_auth=self._credentials)
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        url = f"{self._address}{project}/"
        try:
            response = self._manager().request("GET", url, headers=headers, preload_content=False)
            body = response.read(_MOST + 1)
            response.release_conn()
        except urllib3.exceptions.MaxRetryError as fault:
            if not isinstance(fault.reason, urllib3.exceptions.ResponseError):
                self._down.set()
            raise NetworkError(f"the index did not answer ({fault_kind(fault.reason)})") from None
        except urllib3.exceptions.HTTPError as fault:
            raise NetworkError(f"the index did not answer ({fault_kind(fault)})") from None
        etag = response.headers.get("ETag", "")
        if response.status == _NOT_MODIFIED and kept:
            return kept.published, kept.etag
        if response.status in (_NOT_FOUND, _GONE):
            return Published(name=project, exists=False, as_of=self._today), etag
        if response.status != _OK:
            raise NetworkError(f"the index answered with status {response.status}")
        if len(body) > _MOST:
            raise NetworkError(f"the page of {project} is too large")
        return self._read(project, response.headers.get("Content-Type", ""), body), etag

    def _read(self, project: str, kind: str, body: bytes) -> Published:
        if "json" in kind:
            return from_json(project, body, self._today)
        return from_html(project, body.decode("utf-8", "replace"), self._today)

    def _manager(self) -> "urllib3.PoolManager":
        with self._lock:
            self._pool = self._pool or open_pool(self._settings)
            return self._pool


def open_pool(settings: IndexSettings) -> "urllib3.PoolManager":
    """Return the connections to an index, with its certificates, proxy, limits and retries."""
    import urllib3

    options: dict[str, Any] = {
        "maxsize": _AT_ONCE,
        "timeout": urllib3.Timeout(connect=settings.connect, read=settings.read),
        # A server that asks for an hour's patience would hold up a check: our own back-off only.
        "retries": urllib3.Retry(
            total=_RETRIES,
            backoff_factor=settings.back_off,
            status_forcelist=(429, 500, 502, 503, 504),
            respect_retry_after_header=False,
            raise_on_status=False,
        ),
    }
    if settings.ca_file:
        options["ca_certs"] = settings.ca_file
    if settings.proxy:
        return urllib3.ProxyManager(settings.proxy, **options)
    return urllib3.PoolManager(**options)


def split_address(url: str) -> tuple[str, str]:
    """Return the address of an index without its credentials, and these.

    Raises:
        UsageError: It is none that can be asked.
    """
    scheme, separator, rest = url.partition("://")
    if scheme not in ("http", "https") or not separator:
        message = "the index's address must begin with https:// or http://"
        raise UsageError(message, "set PIP_INDEX_URL or UV_INDEX_URL, or unset both for PyPI")
    place, _, path = rest.partition("/")
    credentials, _, host = place.rpartition("@")
    address = "/".join(part for part in (host, path.strip("/")) if part)
    return f"{scheme}://{address}/", _unquoted(credentials)


def _unquoted(credentials: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 -- few indexes want credentials

    return unquote(credentials)


def fault_kind(fault: object) -> str:
    """Return the kind of a fault alone: its text may hold the address, and that a password."""
    return type(fault).__name__

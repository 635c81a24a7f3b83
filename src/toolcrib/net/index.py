"""The client of a package index: what is published under a name.

It asks the simple repository API, one project at a time: JSON where the index speaks it, else HTML.
"""

import threading
from collections.abc import Iterable
from urllib.parse import urlsplit

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.model.published import Published
from toolcrib.model.value import Value
from toolcrib.net.cache import AnswerCache, Kept
from toolcrib.net.session import AT_ONCE, Reply, Session, UnreachableError
from toolcrib.net.settings import DEFAULT_INDEX, IndexSettings, bare_address
from toolcrib.net.simple import from_html, from_json, located

ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
"""JSON is asked for, HTML is taken (PEP 691, "Version + Format Selection")."""

_LONGEST_PAGE = 32 * 1024 * 1024
_OK, _NOT_MODIFIED, _NOT_FOUND, _GONE = 200, 304, 404, 410
# Where an index is silent, what it said within this time is still worth telling, with its date.
_LATEST = 30 * 24 * 3600.0


class Answers(Value, frozen=True, kw_only=True):
    """What an index said by normalised name, and why it said nothing of the others."""

    published: dict[str, Published]
    failed: dict[str, str]


def ask_index(names: Iterable[str], settings: IndexSettings, now: float, today: str) -> Answers:
    """Ask the indexes for projects: a few at once, with time limits, retries and a cache.

    Args:
        names: The projects, in any spelling.
        settings: The indexes.
        now: The time in seconds since the epoch, for the age of what is kept.
        today: The date that answers carry.

    Raises:
        UsageError: The address of an index is none that can be asked.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only with a network

    wanted = sorted({normalised(name) for name in names})
    round_ = _Round(settings, now, today)
    if not wanted:
        return Answers(published={}, failed={})
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        try:
            results = dict(zip(wanted, pool.map(round_.answer, wanted), strict=True))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return Answers(
        published={name: r for name, r in results.items() if isinstance(r, Published)},
        failed={name: r for name, r in results.items() if isinstance(r, str)},
    )


def kept_answer(project: str, settings: IndexSettings, now: float) -> Published | None:
    """Return what an index has said of a project lately, without a question to anybody."""
    absent = None
    for address in map(bare_address, settings.indexes):
        kept = AnswerCache(settings.cache, address).get(normalised(project))
        if kept is None or not 0 <= now - kept.fetched < _LATEST:
            return None
        if kept.published.exists:
            return kept.published
        absent = kept.published
    return absent


class _Round:
    """One round of questions to the indexes in their order."""

    def __init__(self, settings: IndexSettings, now: float, today: str) -> None:
        session = Session(settings)
        self._indexes = tuple(
            _Client(bare_address(url), session, settings, now, today) for url in settings.indexes
        )

    def answer(self, project: str) -> Published | str:
        """Return what the first index has that has anything, or the reason why it is not known.

        A name is absent only if every index has said so.
        """
        answer: Published | str = ""
        for index in self._indexes:
            said = index.answer(project)
            if isinstance(said, Published) and said.exists:
                return said
            if not isinstance(answer, str) or not answer:
                answer = said
        return answer


class _Client:
    """One index; after a failed connection it is asked no more."""

    def __init__(
        self, address: str, session: Session, settings: IndexSettings, now: float, today: str
    ) -> None:
        self._address, self._session, self._settings = address, session, settings
        self._now, self._today = now, today
        self._cache = AnswerCache(settings.cache, address)
        self._down = threading.Event()
        default = address == bare_address(DEFAULT_INDEX)
        self._host = "" if default else urlsplit(address).netloc or "this machine"

    def answer(self, project: str) -> Published | str:
        """Return what is published under a name, or the reason why that is not known."""
        kept = self._cache.get(project)
        age = self._now - kept.fetched if kept else -1.0
        if kept and 0 <= age < self._fresh(kept):
            return kept.published
        last = kept.published if kept and 0 <= age < _LATEST else None
        if self._down.is_set():
            return last or "there is no connection to the index"
        try:
            published, etag, modified = self._fetch(project, kept)
        except NetworkError as fault:
            if isinstance(fault, UnreachableError):
                self._down.set()
            return last or str(fault)
        self._cache.put(
            project, Kept(fetched=self._now, published=published, etag=etag, modified=modified)
        )
        return published

    def _fresh(self, kept: Kept) -> float:
        # A name may be taken at any time; what is taken stays so.
        exists = kept.published.exists
        return self._settings.fresh if exists else self._settings.fresh_absent

    def _fetch(self, project: str, kept: Kept | None) -> tuple[Published, str, str]:
        headers = {"Accept": ACCEPT}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        elif kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        page = f"{self._address}{project}/"
        reply = self._session.get(page, most=_LONGEST_PAGE, headers=headers, decode=True)
        etag, modified = (reply.headers.get(name, "") for name in ("etag", "last-modified"))
        if reply.status == _NOT_MODIFIED and kept:
            said = kept.published
            return _dated(said, self._today), kept.etag, kept.modified
        if reply.status in (_NOT_FOUND, _GONE):
            return Published(name=project, exists=False, as_of=self._today), etag, modified
        if reply.status != _OK:
            raise NetworkError(f"the index answered with status {reply.status}")
        return located(self._read(project, reply), page, self._host), etag, modified

    def _read(self, project: str, reply: Reply) -> Published:
        if "json" in reply.headers.get("content-type", ""):
            return from_json(project, reply.body, self._today)
        return from_html(project, reply.body.decode("utf-8", "replace"), self._today)


def _dated(published: Published, today: str) -> Published:
    from msgspec.structs import replace  # noqa: PLC0415 -- only with a network

    return replace(published, as_of=today)

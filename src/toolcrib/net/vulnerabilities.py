"""Known vulnerabilities of a version, as an index tells them beside its simple pages.

The page is that of PyPI's JSON API, `/pypi/NAME/VERSION/json`; other indexes mostly lack it, and
then nothing is said: no answer is not "none".
"""

import hashlib
from typing import Any

import msgspec

from toolcrib.errors import NetworkError
from toolcrib.model.value import Value
from toolcrib.net.cache import write_answer
from toolcrib.net.session import Session
from toolcrib.net.settings import DEFAULT_INDEX, IndexSettings

_OK = 200
_SETTLED = (_OK, 404, 410)
"""What will be answered again the next time; anything else is a fault that passes."""

_MOST = 4 * 1024 * 1024
_LONGEST = 160


class _Kept(Value, frozen=True, kw_only=True):
    """What was told of a version; `fetched` in seconds since the epoch."""

    fetched: float
    vulnerabilities: tuple[str, ...] | None


def known_vulnerabilities(
    name: str, version: str, session: Session, settings: IndexSettings, now: float
) -> tuple[str, ...] | None:
    """Return what is known of a version of the default index, or None where it does not tell.

    Each is an identifier with its summary and the versions that mend it, told once: databases have
    the same hole under names of their own. Reports that were withdrawn are left out.

    An answer serves as long as that on an absent project does: a hole may be found at any time.
    """
    url = f"{DEFAULT_INDEX.removesuffix('simple/')}pypi/{name}/{version}/json"
    key = hashlib.sha256(url.encode()).hexdigest()[:32]
    place = settings.cache / "index" / "vulnerabilities" / f"{key}.json"
    try:
        kept = msgspec.json.decode(place.read_bytes(), type=_Kept)
        if 0 <= now - kept.fetched < settings.fresh_absent:
            return kept.vulnerabilities
    except (OSError, msgspec.MsgspecError):
        pass  # It is asked for.
    try:
        reply = session.get(url, most=_MOST, decode=True)
    except NetworkError:
        return None
    told = _told(reply.body) if reply.status == _OK else None
    if reply.status in _SETTLED:
        write_answer(place, msgspec.json.encode(_Kept(fetched=now, vulnerabilities=told)))
    return told


def _told(body: bytes) -> tuple[str, ...] | None:
    """Return what a page tells, or None when it is none of this interface."""
    try:
        page: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
        told: dict[str, str] = {}
        for entry in page["vulnerabilities"]:
            if not entry.get("withdrawn"):
                told.setdefault(_name(entry), _line(entry))
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return None
    return tuple(told.values())


def _name(entry: dict[str, Any]) -> str:
    """Return the name that is known best: that of the CVE, where there is one."""
    names = [str(entry.get("id") or ""), *map(str, entry.get("aliases") or ())]
    return next((name for name in names if name.startswith("CVE-")), names[0])


def _line(entry: dict[str, Any]) -> str:
    name = _name(entry)
    mended = ", ".join(map(str, entry.get("fixed_in") or ()))
    summary = " ".join(str(entry.get("summary") or entry.get("details") or "").split())
    if len(summary) > _LONGEST:
        summary = summary[:_LONGEST].rpartition(" ")[0].rstrip(".,;:") + "…"
    told = f"{name}: {summary}" if summary else name
    return f"{told} (mended in {mended})" if mended else told

"""Known vulnerabilities of a version, as an index tells them beside its simple pages.

The page is that of PyPI's JSON API, `/pypi/NAME/VERSION/json`; other indexes mostly lack it, and
then nothing is said: no answer is not "none".
"""

from typing import Any

import msgspec

from toolcrib.errors import NetworkError
from toolcrib.net.session import Session
from toolcrib.net.settings import DEFAULT_INDEX

_OK = 200
_MOST = 4 * 1024 * 1024
_LONGEST = 160


def known_vulnerabilities(name: str, version: str, session: Session) -> tuple[str, ...] | None:
    """Return what is known of a version of the default index, or None where it does not tell.

    Each is an identifier with its summary and the versions that mend it, told once: databases have
    the same hole under names of their own. Reports that were withdrawn are left out.
    """
    url = f"{DEFAULT_INDEX.removesuffix('simple/')}pypi/{name}/{version}/json"
    try:
        reply = session.get(url, most=_MOST, decode=True)
        if reply.status != _OK:
            return None
        page: dict[str, Any] = msgspec.json.decode(reply.body, type=dict[str, Any])
        told: dict[str, str] = {}
        for entry in page["vulnerabilities"]:
            if not entry.get("withdrawn"):
                told.setdefault(_name(entry), _line(entry))
        return tuple(told.values())
    except (NetworkError, msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return None


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

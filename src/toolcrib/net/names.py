"""The list of all projects of an index (PEP 691, "Project List"), fetched once when a user asks."""

import re
from collections.abc import Iterable
from html import unescape

import msgspec
from msgspec.structs import replace

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.net.session import Session
from toolcrib.net.settings import IndexSettings, bare_address

_ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
_MOST = 256 * 1024 * 1024
_PATIENCE = 600.0
_OK = 200
_LINK = re.compile(rb"<a\b[^>]*>([^<]*)</a>", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


class _Entry(msgspec.Struct):
    """A project in the list, of which only the name is read."""

    name: str


class _Page(msgspec.Struct):
    """The list, of which only the projects are read."""

    projects: list[_Entry]


def all_names(settings: IndexSettings) -> list[str]:
    """Return the normalised names of all projects of all indexes, sorted by their bytes.

    Raises:
        NetworkError: An index did not send such a list: then the others' say nothing of absence.
        UsageError: The address of an index is none that can be asked.
    """
    session = Session(replace(settings, total=_PATIENCE))
    found: set[str] = set()
    for address in map(bare_address, settings.indexes):
        found.update(_names(address, session))
    return sorted(found)


def _names(address: str, session: Session) -> Iterable[str]:
    reply = session.get(address, most=_MOST, headers={"Accept": _ACCEPT}, decode=True)
    if reply.status != _OK:
        raise NetworkError(f"the index answered with status {reply.status} for its list of names")
    if "json" in reply.headers.get("content-type", ""):
        try:
            page = msgspec.json.decode(reply.body, type=_Page)
        except msgspec.DecodeError:
            raise NetworkError("the index sent no list of names of PEP 691") from None
        listed: Iterable[str] = (entry.name for entry in page.projects)
    else:
        texts = (match[1].decode("utf-8", "replace") for match in _LINK.finditer(reply.body))
        listed = (unescape(text).strip() for text in texts)
    names = {name for one in listed if _NAME.fullmatch(name := normalised(one))}
    if not names:
        raise NetworkError("the index sent no list of names")
    return names

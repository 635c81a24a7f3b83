"""What the address of a page says of the project behind it: a repository, a page of the index."""

import re
from urllib.parse import urlsplit

from toolcrib.model.module import normalised

_HOSTS = frozenset({"github.com", "gitlab.com", "bitbucket.org", "codeberg.org"})
# `https://OWNER.github.io/REPOSITORY/` is published from a repository of that owner.
_PAGES = {"github.io": "github.com", "gitlab.io": "gitlab.com", "codeberg.page": "codeberg.org"}
_DOCS = ("readthedocs.io", "readthedocs.org", "rtfd.io", "rtfd.org")
# The index and its mirrors have its name in theirs.
_INDEX = re.compile(r"https?://(?:[\w-]+\.)*pypi(?:\.[\w-]+)+/(?:project|pypi|p|simple)/([\w.-]+)")
# Pages of the hosts themselves stand where owners do.
_NO_OWNERS = frozenset(
    """
    about apps blog collections docs explore features issues login marketplace orgs search settings
    sponsors topics trending users
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}]+")
_LONGEST = 2000


def repository(url: str) -> str:
    """Return the place that a link leads to as `host/owner/name` in lower case, or nothing.

    That is a repository of a code host, the repository behind pages that a host publishes from it
    (`name` is empty for the pages of an owner), or `readthedocs.io//name` for documentation.
    """
    try:
        parts = urlsplit(url.removeprefix("git+")[:_LONGEST])
        host = (parts.hostname or "").removeprefix("www.").removeprefix("docs.")
    except ValueError:
        return ""
    path = [part for part in parts.path.lower().split("/") if part]
    if host in _HOSTS:
        if len(path) < 2 or path[0] in _NO_OWNERS:  # noqa: PLR2004 -- owner and name
            return ""
        return f"{host}/{path[0]}/{path[1].removesuffix('.git')}"
    owner, _, rest = host.partition(".")
    if rest in _PAGES:
        return f"{_PAGES[rest]}/{owner}/{path[0] if path else ''}"
    if rest in _DOCS:
        return f"{_DOCS[0]}//{owner}"
    return ""


def index_page(url: str) -> str:
    """Return the project whose page of the index a link leads to, normalised, or nothing."""
    match = _INDEX.match(url)
    return normalised(match[1]) if match else ""


def addresses(text: str) -> tuple[str, ...]:
    """Return the web addresses that stand in a text."""
    return tuple(found.rstrip(".,;:") for found in _ADDRESS.findall(text))

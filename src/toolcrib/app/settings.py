"""Settings: each value with where it came from. The one reader of the environment.

The functions that end in `_path` give text: they are on the path of `find`, where pathlib would
cost more than the question.
"""

import os
import sys
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from toolcrib.net.index import IndexSettings

T = TypeVar("T")

_named_catalogs: tuple[str, ...] = ()


class Setting(msgspec.Struct, Generic[T], frozen=True):
    """A value, and who set it."""

    value: T
    origin: str = "default"


def cache_folder() -> "Setting[Path]":
    """Return the folder for what can be made again: environments, templates, the bundle."""
    from pathlib import Path  # noqa: PLC0415 -- not on the path of find

    found = cache_path()
    return Setting(Path(found.value), found.origin)


def cache_path() -> Setting[str]:
    """Return the folder for what can be made again, as text."""
    if own := os.environ.get("TOOLCRIB_CACHE"):
        return Setting(os.path.abspath(own), "TOOLCRIB_CACHE")
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Setting(os.path.join(xdg, "toolcrib"), "XDG_CACHE_HOME")
    base = "~/.cache"
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "~")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    return Setting(os.path.join(os.path.expanduser(base), "toolcrib"))


def checkout() -> "Path | None":
    """Return the root of the checkout that this code runs from, or None when installed."""
    from pathlib import Path  # noqa: PLC0415 -- not on the path of find

    root = checkout_path()
    return Path(root) if root else None


def checkout_path() -> str | None:
    """Return the root of the checkout that this code runs from, as text."""
    root = os.path.realpath(__file__)
    for _ in ("settings.py", "app", "toolcrib", "src"):
        root = os.path.dirname(root)
    found = os.path.isfile(os.path.join(root, "catalog", "catalog.toml"))
    return root if found else None


def extra_catalogs() -> "Setting[tuple[Path, ...]]":
    """Return the user's own catalogs, which come after the built-in one and override it."""
    from pathlib import Path  # noqa: PLC0415 -- not on the path of find

    found = extra_catalog_paths()
    return Setting(tuple(map(Path, found.value)), found.origin)


def extra_catalog_paths() -> Setting[tuple[str, ...]]:
    """Return the user's own catalogs, as text: of the environment, then of the command line."""
    text = os.environ.get("TOOLCRIB_CATALOGS", "")
    folders = tuple(os.path.expanduser(part) for part in text.split(os.pathsep) if part)
    origin = "TOOLCRIB_CATALOGS" if folders else "default"
    return Setting((*folders, *_named_catalogs), "--catalog" if _named_catalogs else origin)


def name_catalogs(folders: tuple[str, ...]) -> None:
    """Take the catalogs that the command line names, for the rest of this process."""
    global _named_catalogs  # noqa: PLW0603 -- what the command line says holds for all of it
    _named_catalogs = folders


def privileged(*, wanted: bool = False) -> Setting[bool]:
    """Return whether container engines may run: as asked for, else as the environment says."""
    if wanted:
        return Setting(wanted, "--privileged")
    said = os.environ.get("TOOLCRIB_PRIVILEGED", "").lower() not in ("", "0", "false", "no")
    return Setting(said, "TOOLCRIB_PRIVILEGED" if said else "default")


def language(wanted: str | None) -> Setting[str]:
    """Return the language of texts: as asked for, else from the locale, else English."""
    if wanted:
        return Setting(wanted.partition("-")[0].partition("_")[0].lower(), "--lang")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value.partition(".")[0].partition("_")[0].lower()
            return Setting("en" if code in ("c", "posix") else code, name)
    return Setting("en")


def index_settings() -> "Setting[IndexSettings]":
    """Return the package index and how to reach it, as pip and uv are told."""
    from pathlib import Path  # noqa: PLC0415 -- only with a network

    from toolcrib.net.index import IndexSettings  # noqa: PLC0415 -- the same

    url = _first("UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_INDEX_URL")
    ca_file = _first("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
    settings = IndexSettings(
        cache=Path(cache_path().value),
        url=url.value,
        ca_file=ca_file.value,
        proxy=_proxy(url.value),
    )
    return Setting(settings, url.origin)


def _first(*names: str) -> Setting[str]:
    """Return the first variable of the environment that is set, and which that is."""
    found = ((name, os.environ.get(name, "")) for name in names)
    return next((Setting(value, name) for name, value in found if value), Setting(""))


def _proxy(url: str) -> str:
    """Return the proxy for an index, unless its host is exempt."""
    from urllib.parse import urlsplit  # noqa: PLC0415 -- only with a network
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 -- the same

    from toolcrib.net.index import DEFAULT_INDEX  # noqa: PLC0415 -- the same

    parts = urlsplit(url or DEFAULT_INDEX)
    if parts.hostname and proxy_bypass(parts.hostname):
        return ""
    proxies = getproxies()
    return proxies.get(parts.scheme, "") or proxies.get("all", "")

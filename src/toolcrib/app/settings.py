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

    from toolcrib.net.settings import IndexSettings

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


def active_environment() -> Setting[str]:
    """Return the folder of the environment that is active in this shell, or nothing."""
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        if place := os.environ.get(name):
            return Setting(place, name)
    return Setting("")


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


def named_catalogs() -> tuple[str, ...]:
    """Return the catalogs that the command line has named."""
    return _named_catalogs


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
    """Return the package indexes and how to reach them, as pip and uv are told."""
    from pathlib import Path  # noqa: PLC0415 -- only with a network

    from toolcrib.app.installer_settings import installers  # noqa: PLC0415 -- the same
    from toolcrib.net.settings import IndexSettings  # noqa: PLC0415 -- the same

    home = Path(os.path.expanduser("~"))
    told = installers(os.environ, Path.cwd(), home)
    ca_file = os.environ.get("PIP_CERT") or _first("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
    netrc = os.environ.get("NETRC") or str(home / (".netrc", "_netrc")[sys.platform == "win32"])
    plain = IndexSettings(cache=Path(cache_path().value))
    settings = IndexSettings(
        cache=plain.cache,
        url=told.url,
        first=told.first,
        extra=told.extra,
        ca_file=ca_file or told.ca_file,
        proxy=told.proxy or _proxy(told.url),
        trusted=told.trusted,
        netrc=netrc,
        keyring=told.keyring,
        # pip's patience is that of an installation, which nobody waits for as for an answer.
        read=min(told.timeout or plain.read, plain.read),
        retries=plain.retries if told.retries < 0 else min(told.retries, 5),
    )
    return Setting(_with_direct(settings), told.origin or "default")


def _with_direct(settings: "IndexSettings") -> "IndexSettings":
    """Return the settings with the hosts that are exempt from the proxy."""
    from urllib.parse import urlsplit  # noqa: PLC0415 -- only with a network
    from urllib.request import proxy_bypass  # noqa: PLC0415 -- the same

    hosts = {urlsplit(url).hostname or "" for url in settings.indexes}
    direct = tuple(sorted(host for host in hosts if host and proxy_bypass(host)))
    return msgspec.structs.replace(settings, direct=direct)


def _first(*names: str) -> str:
    """Return the first variable of the environment that is set."""
    return next((value for name in names if (value := os.environ.get(name))), "")


def _proxy(url: str) -> str:
    """Return the proxy for an index, unless its host is exempt."""
    from urllib.parse import urlsplit  # noqa: PLC0415 -- only with a network
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 -- the same

    from toolcrib.net.settings import DEFAULT_INDEX  # noqa: PLC0415 -- the same

    parts = urlsplit(url or DEFAULT_INDEX)
    if parts.hostname and proxy_bypass(parts.hostname):
        return ""
    proxies = getproxies()
    return proxies.get(parts.scheme, "") or proxies.get("all", "")

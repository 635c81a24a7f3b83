"""What pip and uv are told of package indexes: their variables and their configuration files.

Sources: pip's pages "Configuration" and "Authentication", uv's pages "Configuration files",
"Package indexes" and "Environment variables". Of uv the project's own file counts too, since that
is where private indexes are mostly named. Who is mentioned first wins: uv before pip, variables
before files, the project before the user before the machine.
"""

import configparser
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from toolcrib.model.value import Value


class Installers(Value, frozen=True, kw_only=True):
    """The settings of both; each empty where nobody says anything. `origin` is of `url`."""

    url: str = ""
    origin: str = ""
    first: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    ca_file: str = ""
    proxy: str = ""
    trusted: tuple[str, ...] = ()
    keyring: bool = False
    timeout: float = 0.0
    retries: int = -1


def installers(environ: Mapping[str, str], folder: Path, home: Path) -> Installers:
    """Read what pip and uv are told.

    Args:
        environ: The environment's variables.
        folder: The folder to look for a project's `uv.toml` and `pyproject.toml` from.
        home: The user's own folder.
    """
    uv = list(_uv_tables(environ, folder, home))
    pip = _pip(environ, home)
    default, first = _uv_indexes(environ, uv)
    url, origin = default or (pip.get("index-url", ""), "")
    if url and not origin:
        origin = "PIP_INDEX_URL" if environ.get("PIP_INDEX_URL") else "pip.conf"
    ring = environ.get("UV_KEYRING_PROVIDER") or _said(uv, "keyring-provider")
    return Installers(
        url=url,
        origin=origin,
        first=first,
        extra=_split(pip.get("extra-index-url", "")),
        ca_file=pip.get("cert", ""),
        proxy=pip.get("proxy", ""),
        trusted=(*_split(pip.get("trusted-host", "")), *_insecure(environ, uv)),
        keyring=(ring or pip.get("keyring-provider", "auto")) not in ("disabled", ""),
        timeout=_number(pip.get("timeout", "")),
        retries=int(_number(pip.get("retries", ""), -1.0)),
    )


def _pip(environ: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return pip's options; a later file overrides an earlier one, a variable all of them."""
    found: dict[str, str] = {}
    for path in _pip_files(environ, home):
        parser = configparser.RawConfigParser()
        # A file that pip itself would refuse is pip's to complain about.
        with suppress(OSError, configparser.Error, UnicodeDecodeError):
            parser.read(path, encoding="utf-8")
        for section in ("global", "install"):
            if parser.has_section(section):
                found |= {key.replace("_", "-"): value for key, value in parser.items(section)}
    for name, value in environ.items():
        if name.startswith("PIP_") and value:
            found[name[4:].lower().replace("_", "-")] = value
    found["timeout"] = found.get("timeout", found.get("default-timeout", ""))
    return found


def _pip_files(environ: Mapping[str, str], home: Path) -> Iterator[Path]:
    own = environ.get("PIP_CONFIG_FILE", "")
    if own == os.devnull:
        return
    name = "pip.ini" if sys.platform == "win32" else "pip.conf"
    for folder in filter(None, environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep)):
        yield Path(folder, "pip", name)
    yield Path("/etc", name)
    yield home / ("pip" if sys.platform == "win32" else ".pip") / name
    yield Path(environ.get("XDG_CONFIG_HOME") or home / ".config", "pip", name)
    if environment := environ.get("VIRTUAL_ENV"):
        yield Path(environment, name)
    if own:
        yield Path(own)


def _uv_tables(environ: Mapping[str, str], folder: Path, home: Path) -> Iterator[dict[str, Any]]:
    """Yield uv's tables of settings, the project's first."""
    if own := environ.get("UV_CONFIG_FILE"):
        yield _toml(Path(own))
        return
    if environ.get("UV_NO_CONFIG", "").lower() in ("1", "true"):
        return
    for place in (folder, *folder.parents):
        if (place / "uv.toml").is_file():
            yield _toml(place / "uv.toml")
            break
        table = _toml(place / "pyproject.toml").get("tool", {})
        if isinstance(table, dict) and isinstance(table.get("uv"), dict):
            yield table["uv"]
            break
    yield _toml(Path(environ.get("XDG_CONFIG_HOME") or home / ".config", "uv", "uv.toml"))
    yield _toml(Path("/etc/uv/uv.toml"))


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    with suppress(OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return tomllib.loads(path.read_text("utf-8"))
    return {}


def _uv_indexes(
    environ: Mapping[str, str], tables: list[dict[str, Any]]
) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """Return uv's default index with who says so, and the indexes that it asks before that."""
    first: list[str] = []
    default: tuple[str, str] | None = None
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL"):
        if value := environ.get(name):
            default = default or (_named(value)[1], name)
    for name in ("UV_INDEX", "UV_EXTRA_INDEX_URL"):
        for word in environ.get(name, "").split():
            label, url = _named(word)
            first.append(_with_login(label, url, environ))
    for table in tables:
        for entry in _entries(table):
            url = _with_login(str(entry.get("name", "")), str(entry["url"]), environ)
            if entry.get("default"):
                default = default or (url, "uv's settings")
            elif not entry.get("explicit"):
                first.append(url)
        if isinstance(plain := table.get("index-url"), str):
            default = default or (plain, "uv's settings")
        extra = table.get("extra-index-url", ())
        first += [url for url in extra if isinstance(url, str)]
    return default, tuple(dict.fromkeys(filter(_is_address, first)))


def _entries(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    listed = table.get("index", ())
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            yield entry


def _named(word: str) -> tuple[str, str]:
    """Split what uv takes as `name=address`."""
    name, equals, url = word.partition("=")
    return (name, url) if equals and "://" in url and "://" not in name else ("", word)


def _with_login(name: str, url: str, environ: Mapping[str, str]) -> str:
    """Return the address with the login that uv's variables have for an index of this name."""
    key = "".join(c if c.isalnum() else "_" for c in name.upper())
    user = environ.get(f"UV_INDEX_{key}_USERNAME", "")
    password = environ.get(f"UV_INDEX_{key}_PASSWORD", "")
    parts = urlsplit(url)
    if not name or not (user or password) or "@" in parts.netloc:
        return url
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return parts._replace(netloc=f"{login}@{parts.netloc}").geturl()


def _insecure(environ: Mapping[str, str], tables: list[dict[str, Any]]) -> tuple[str, ...]:
    listed = _said(tables, "allow-insecure-host") or ()
    hosts = environ.get("UV_INSECURE_HOST", "").split() or listed
    return tuple(str(host).partition(":")[0] for host in hosts)


def _said(tables: list[dict[str, Any]], key: str) -> Any:  # noqa: ANN401 -- whatever TOML holds
    return next((table[key] for table in tables if key in table), None)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _is_address(url: str) -> bool:
    return "://" in url


def _number(text: str, otherwise: float = 0.0) -> float:
    try:
        return max(float(text), otherwise)
    except ValueError:
        return otherwise

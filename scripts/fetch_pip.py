"""Fetch one pinned pip from the package index, with the standard library only.

Where pip itself would look is honoured: its environment variables, its configuration files,
SSL_CERT_FILE and HTTPS_PROXY. The index is read as HTML (PEP 503), which every mirror speaks.
"""

import base64
import configparser
import hashlib
import os
import re
import ssl
import time
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

# The one place of the set-up that names an index: before there is a pip, nobody else knows it.
DEFAULT_INDEX = "https://pypi.org/simple"
WHEEL = "pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"

# What pip may take from the environment: where to fetch and how to get there, not what to do.
WAYS = frozenset(
    {
        *("CACHE_DIR", "NO_CACHE_DIR", "CONFIG_FILE", "KEYRING_PROVIDER"),
        *("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NO_INDEX"),
        *("CERT", "CLIENT_CERT", "PROXY", "TRUSTED_HOST"),
        *("RETRIES", "TIMEOUT", "DEFAULT_TIMEOUT"),
    }
)
BUNDLES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
PAUSES = (1, 4)
TIMEOUT = 20
FIRST_SERVER_ERROR = 500


class Fetched(NamedTuple):
    """The pip wheel, and the hosts that pip has to trust without a certificate."""

    wheel: Path
    trusted: tuple[str, ...] = ()


def fetch(folder: Path, environ: Mapping[str, str]) -> Fetched:
    """Write the pinned pip wheel into a folder.

    TLS is verified where that can be done. A bare Debian knows no certificate authority, and some
    networks put one of their own in between: there the SHA-256 alone, which is pinned here for pip
    and in the requirements for everything else, proves each file. It is not done where a password
    would have to be sent.

    Raises:
        OSError: No index has it or can be reached.
    """
    settings = pip_settings(environ)
    wheel = folder / WHEEL
    for place in settings.get("find-links", "").split():
        if (Path(place) / WHEEL).is_file():
            wheel.write_bytes(checked((Path(place) / WHEEL).read_bytes()))
            return Fetched(wheel)
    faults = []
    for index in indexes(settings):
        try:
            return fetch_from(index, wheel, bundle(settings, environ), settings.get("proxy"))
        except OSError as fault:
            faults.append(f"{without_password(index)}: {fault}")
    why = "; ".join(faults) or "PIP_NO_INDEX is set"
    message = f"cannot fetch {WHEEL} ({why}); look at the network, HTTPS_PROXY and PIP_INDEX_URL"
    raise OSError(message)


def fetch_from(index: str, wheel: Path, authorities: str | None, proxy: str | None) -> Fetched:
    """Fetch the wheel from one index; `authorities` is the file of those to believe.

    Raises:
        OSError: It has no such wheel, or cannot be reached.
    """
    opener = opener_of(proxy, file=authorities)
    try:
        wheel.write_bytes(checked(get(wheel_link(index, opener), opener)))
        return Fetched(wheel)
    except ssl.SSLCertVerificationError:
        if urlsplit(index).username:
            raise
    opener = opener_of(proxy, blind=True)
    link = wheel_link(index, opener)
    wheel.write_bytes(checked(get(link, opener)))
    # pip brings the public authorities along; where they suffice, it can verify by itself.
    public = zipfile.ZipFile(wheel).read("pip/_vendor/certifi/cacert.pem").decode()
    try:
        get(page(index), opener_of(proxy, text=public))
    except ssl.SSLCertVerificationError:
        return Fetched(wheel, tuple({urlsplit(url).netloc: None for url in (index, link)}))
    return Fetched(wheel)


def opener_of(
    proxy: str | None, *, file: str | None = None, text: str | None = None, blind: bool = False
) -> OpenerDirector:
    """Return what opens addresses, and believes the authorities of a file or a text, or anybody.

    Without a proxy in pip's settings HTTPS_PROXY and its like decide.
    """
    context = ssl.create_default_context(cafile=file, cadata=text)
    if blind:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    own = [ProxyHandler({"http": proxy, "https": proxy})] if proxy else []
    return build_opener(HTTPSHandler(context=context), *own)


def wheel_link(index: str, opener: OpenerDirector) -> str:
    """Return the address of the wheel in an index.

    Raises:
        OSError: The index does not have it, or cannot be reached.
    """
    text = get(page(index), opener).decode("utf-8", "replace")
    for link in re.findall(r"""<a\s[^>]*?href\s*=\s*["']([^"'#]+)""", text, re.IGNORECASE):
        address = urljoin(page(index), unescape(link))
        if unquote(urlsplit(address).path).endswith(f"/{WHEEL}"):
            return address
    raise OSError("it does not have it")


def page(index: str) -> str:
    """Return the address of pip's page in an index; in a folder it is a file."""
    return f"{index.rstrip('/')}/pip/{'index.html' if index.startswith('file:') else ''}"


def get(url: str, opener: OpenerDirector) -> bytes:
    """Return what lies at an address; what fails for a moment is tried again.

    Raises:
        ssl.SSLCertVerificationError: Nobody that is known here vouches for the host.
        OSError: Any other reason why it cannot be had.
    """
    for pause in (*PAUSES, None):
        try:
            with opener.open(request(url), timeout=TIMEOUT) as answer:
                content: bytes = answer.read()
                return content
        except HTTPError as fault:
            if fault.code < FIRST_SERVER_ERROR or pause is None:
                raise
        except URLError as fault:
            if isinstance(fault.reason, ssl.SSLCertVerificationError):
                raise fault.reason from fault
            if pause is None:
                raise OSError(str(fault.reason)) from fault
        time.sleep(pause)
    raise AssertionError


def request(url: str) -> Request:
    """Return the request for an address; a name and password in it go where HTTP wants them."""
    parts = urlsplit(url)
    headers = {"Accept": "text/html, */*;q=0.1", "User-Agent": "toolcrib"}
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return Request(without_password(url), headers=headers)


def without_password(url: str) -> str:
    """Return an address without the name and password in it."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def checked(content: bytes) -> bytes:
    """Return the content if it is the pinned wheel.

    Raises:
        OSError: It is something else.
    """
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise OSError(f"what came has the SHA-256 {found}, not {SHA256}")
    return content


def pip_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for pip: no wishes but the ways to the index, no bundle that is gone.

    A variable that names a missing bundle would end pip, which has authorities of its own.
    """
    return {
        name: value
        for name, value in environ.items()
        if (not name.startswith("PIP_") or name.removeprefix("PIP_") in WAYS)
        and (name not in BUNDLES or Path(value).exists())
    }


def pip_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """Return pip's settings: of the machine, over them the user's, over them the environment's."""
    settings: dict[str, str] = {}
    for path in config_files(environ):
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, encoding="utf-8")
        except (OSError, configparser.Error, UnicodeDecodeError):
            continue  # pip will say what is wrong with it
        for section in ("global", "install"):
            if parser.has_section(section):
                settings |= {key.replace("_", "-"): text for key, text in parser.items(section)}
    for name, value in environ.items():
        if name.startswith("PIP_") and value:
            settings[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return settings


def config_files(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield where pip's configuration may lie, the stronger one later."""
    own = environ.get("PIP_CONFIG_FILE", "")
    if own == os.devnull:
        return
    home = Path(environ.get("HOME", "/"))
    for folder in environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep):
        yield Path(folder) / "pip" / "pip.conf"
    yield Path("/etc/pip.conf")
    yield home / ".pip" / "pip.conf"
    yield Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
    yield home / "Library" / "Application Support" / "pip" / "pip.conf"
    if own:
        yield Path(own)


def indexes(settings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the indexes to ask, the main one first."""
    if settings.get("no-index", "").lower() in ("1", "true", "yes", "on"):
        return ()
    return (settings.get("index-url", DEFAULT_INDEX), *settings.get("extra-index-url", "").split())


def bundle(settings: Mapping[str, str], environ: Mapping[str, str]) -> str | None:
    """Return the file of certificate authorities that pip would take; None leaves it to OpenSSL."""
    named = (settings.get("cert"), *(environ.get(name) for name in BUNDLES[1:3]))
    return next((path for path in named if path and Path(path).is_file()), None)

"""Who we are to an index: what its address says, else netrc, else a keyring, as pip and uv do it.

The sources are those of pip's and uv's pages on authentication. What is found goes into a header of
a request to that very host, and nowhere else: not into messages, not into what is kept on disk.
"""

import threading
from contextlib import suppress
from typing import Any
from urllib.parse import unquote, urlsplit

from toolcrib.model.value import Value


class Login(Value, frozen=True, kw_only=True):
    """A name and a password; its text hides both."""

    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Return a text that a log may hold."""
        return "Login(…)"


class Credentials:
    """The logins of some indexes, by scheme and host."""

    def __init__(self, urls: tuple[str, ...], netrc: str = "", *, keyring: bool = False) -> None:
        """Take the addresses of the indexes, a path of a netrc, and whether a keyring is asked."""
        self._written = {_origin(url): login for url in urls if (login := _in_address(url))}
        self._indexes = {_origin(url): _bare(url) for url in urls}
        self._netrc, self._keyring = netrc, keyring
        self._found: dict[tuple[str, str], Login | None] = {}
        self._lock = threading.Lock()

    def known(self, url: str) -> Login | None:
        """Return the login for a host that the settings name: the address's, else netrc's."""
        origin = _origin(url)
        written = self._written.get(origin)
        if written and written.password:
            return written
        with self._lock:
            if origin not in self._found:
                self._found[origin] = self._from_netrc(urlsplit(url).hostname or "")
            return self._found[origin] or written

    def asked_for(self, url: str) -> Login | None:
        """Return the login that a keyring has for an index which has just refused us."""
        origin = _origin(url)
        if not self._keyring or origin not in self._indexes:
            return None
        user = self._written.get(origin, Login()).user
        with self._lock:
            login = _from_keyring(self._indexes[origin], urlsplit(url).netloc, user)
            if login:
                self._found[origin] = login
                self._written.pop(origin, None)
            return login

    def _from_netrc(self, host: str) -> Login | None:
        if not self._netrc or not host:
            return None
        import netrc  # noqa: PLC0415 -- only with a network

        with suppress(OSError, netrc.NetrcParseError, UnicodeDecodeError):
            found = netrc.netrc(self._netrc).authenticators(host)
            if found:
                return Login(user=found[0] or "", password=found[2] or "")
        return None


def _from_keyring(service: str, host: str, user: str) -> Login | None:
    try:
        import keyring  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 -- where the user has one
    except ImportError:
        return None
    ring: Any = keyring
    # A keyring's own faults are of any kind; without a login the index says no, which is told.
    with suppress(Exception):
        for place in (service, host):
            if user and (password := ring.get_password(place, user)):
                return Login(user=user, password=password)
            if not user and (found := ring.get_credential(place, None)):
                return Login(user=found.username, password=found.password)
    return None


def _in_address(url: str) -> Login | None:
    place, at, _ = urlsplit(url).netloc.rpartition("@")
    user, _, password = place.partition(":")
    return Login(user=unquote(user), password=unquote(password)) if at else None


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rpartition("@")[2].lower()

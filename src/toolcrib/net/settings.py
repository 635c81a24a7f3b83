"""Where package indexes are, and how they are reached: values that the user's settings fill."""

from pathlib import Path

from toolcrib.errors import UsageError
from toolcrib.model.value import Value

DEFAULT_INDEX = "https://pypi.org/simple/"


class IndexSettings(Value, frozen=True, kw_only=True):
    """Where the indexes are and how to reach them; times in seconds. An empty `url` is PyPI.

    They are asked in this order: `first` (extra indexes as uv has them), `url`, `extra` (as pip has
    them), until one has the project. `direct` are hosts that are reached without the proxy.
    `connect` and `read` bound each step of an answer, `total` the whole of it with all attempts.
    """

    cache: Path
    url: str = ""
    first: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    ca_file: str = ""
    proxy: str = ""
    direct: tuple[str, ...] = ()
    trusted: tuple[str, ...] = ()
    netrc: str = ""
    keyring: bool = False
    connect: float = 5.0
    read: float = 15.0
    total: float = 30.0
    retries: int = 2
    fresh: float = 24 * 3600.0
    fresh_absent: float = 3600.0
    back_off: float = 0.5

    @property
    def indexes(self) -> tuple[str, ...]:
        """The addresses of all indexes in the order in which they are asked."""
        return tuple(dict.fromkeys((*self.first, self.url or DEFAULT_INDEX, *self.extra)))


def bare_address(url: str) -> str:
    """Return the address of an index without its credentials, ending in a slash.

    Raises:
        UsageError: It is none that can be asked.
    """
    scheme, separator, rest = url.partition("://")
    if scheme not in ("http", "https", "file") or not separator:
        message = "the index's address must begin with https://, http:// or file://"
        raise UsageError(message, "set PIP_INDEX_URL or UV_INDEX_URL, or unset both for PyPI")
    place, _, path = rest.partition("/")
    host = place.rpartition("@")[2]
    if scheme == "file":
        return f"file:///{path.strip('/')}/"
    if not host:
        message = "the index's address names no host"
        raise UsageError(message, "set PIP_INDEX_URL or UV_INDEX_URL, or unset both for PyPI")
    return f"{scheme}://" + "/".join(part for part in (host, path.strip("/")) if part) + "/"

"""The list of all names of the user's indexes: fetched by `crib refresh names`, asked off-line.

It is one file of sorted lines, which is mapped into memory and searched as it lies there, so that a
question costs microseconds whatever the number of names.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from toolcrib.errors import ToolcribError
from toolcrib.identify.lines import SortedLines
from toolcrib.model.value import Value
from toolcrib.verify.whole import write_whole

if TYPE_CHECKING:
    from toolcrib.net.settings import IndexSettings


class Refreshed(Value, frozen=True, kw_only=True):
    """What was fetched: how many names from how many indexes, in a file of so many bytes."""

    names: int
    indexes: int
    size: int
    as_of: str


def refresh_names() -> Refreshed:
    """Fetch the names of all projects of the user's indexes, and keep them.

    Raises:
        NetworkError: An index sent no list of names.
        ToolcribError: The list cannot be written.
    """
    from toolcrib.app.clock import utc_now  # noqa: PLC0415 -- only with a network
    from toolcrib.app.settings import index_settings  # noqa: PLC0415 -- the same
    from toolcrib.net.names import all_names  # noqa: PLC0415 -- the same

    settings = index_settings().value
    names = all_names(settings)
    today = utc_now().date().isoformat()
    size = keep_names(names, today, settings)
    return Refreshed(names=len(names), indexes=len(settings.indexes), size=size, as_of=today)


def keep_names(names: Iterable[str], as_of: str, settings: "IndexSettings") -> int:
    """Write names, which are sorted, and return the bytes that they take.

    Raises:
        ToolcribError: They cannot be written.
    """
    path = _path(settings)
    data = f"# {as_of}\n".encode() + b"".join(f"{name}\n".encode() for name in names)
    try:
        write_whole(path, data)
    except OSError as fault:
        message = f"cannot write {path}: {fault.strerror}"
        raise ToolcribError(message, "set TOOLCRIB_CACHE to a folder that you may write") from fault
    return len(data)


def kept_names(settings: "IndexSettings") -> SortedLines | None:
    """Return the list of names that is kept for these indexes, if there is one."""
    import mmap  # noqa: PLC0415 -- only where a name is left open

    try:
        with _path(settings).open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    return SortedLines(data)


def _path(settings: "IndexSettings") -> Path:
    from toolcrib.net.settings import bare_address  # noqa: PLC0415 -- the same

    addresses = " ".join(map(bare_address, settings.indexes))
    key = hashlib.sha256(addresses.encode()).hexdigest()[:16]
    return settings.cache / "names" / f"{key}.txt"

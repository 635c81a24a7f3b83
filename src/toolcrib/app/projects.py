"""What projects of an index hold: a few kilobytes of one file of each, kept for good."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolcrib.errors import NetworkError
from toolcrib.identify.contents import contents
from toolcrib.model.published import Contents, File, Published

if TYPE_CHECKING:
    from toolcrib.net.session import Session
    from toolcrib.net.settings import IndexSettings


def contents_of(
    projects: Iterable[Published], settings: "IndexSettings"
) -> tuple[dict[str, Contents], dict[str, str]]:
    """Return what the newest version of each project holds, and why that is not known of others.

    Args:
        projects: The index's answers; those without a file are passed over.
        settings: The indexes.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only with a network

    from toolcrib.net.session import AT_ONCE, Session  # noqa: PLC0415 -- the same

    wanted = {one.name: one for one in projects if one.file}
    session = Session(settings)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        try:
            told = pool.map(lambda one: _contents(one, session, settings), wanted.values())
            results = dict(zip(wanted, told, strict=True))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return (
        {name: found for name, found in results.items() if isinstance(found, Contents)},
        {name: reason for name, reason in results.items() if isinstance(reason, str)},
    )


def _contents(
    published: Published, session: "Session", settings: "IndexSettings"
) -> Contents | str:
    from toolcrib.net.cache import ContentsCache  # noqa: PLC0415 -- only with a network

    file = published.file
    if file is None:
        return "it has no file"
    cache = ContentsCache(settings.cache)
    if kept := cache.get(file):
        return kept
    try:
        found = read_file(published.name, file, published.newest, session)
    except NetworkError as fault:
        return str(fault)
    cache.put(file, found)
    return found


def read_file(project: str, file: File, version: str, session: "Session") -> Contents:
    """Return what a file of the index holds, without getting the whole of it.

    Raises:
        NetworkError: It did not come, or is no archive.
    """
    from toolcrib.net.archive import fetch_listing  # noqa: PLC0415 -- only with a network

    listing = fetch_listing(file, session)
    return contents(project, file.name, version, listing)

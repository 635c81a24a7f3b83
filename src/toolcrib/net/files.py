"""The files of a project: which there are, and one of them in whole."""

import hashlib
from urllib.parse import urlsplit

from msgspec.structs import replace

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.model.published import File
from toolcrib.net.index import ACCEPT
from toolcrib.net.session import Session
from toolcrib.net.settings import IndexSettings, bare_address
from toolcrib.net.simple import html_files, json_files, whole_address

_LONGEST_PAGE = 32 * 1024 * 1024
_OK, _NOT_FOUND, _GONE = 200, 404, 410


def project_files(project: str, settings: IndexSettings) -> tuple[File, ...]:
    """Return the files that the first index with this project has, their addresses complete.

    Of a project that none of them has there are none.

    Raises:
        NetworkError: An index did not answer, or not with a page of PEP 503 or PEP 691.
        UsageError: The address of an index is none that can be asked.
    """
    name = normalised(project)
    session = Session(settings)
    for address in map(bare_address, settings.indexes):
        page = f"{address}{name}/"
        reply = session.get(page, most=_LONGEST_PAGE, headers={"Accept": ACCEPT}, decode=True)
        if reply.status in (_NOT_FOUND, _GONE):
            continue
        if reply.status != _OK:
            raise NetworkError(f"the index answered with status {reply.status} for {name}")
        if "json" in reply.headers.get("content-type", ""):
            _, files = json_files(name, reply.body)
        else:
            _, files = html_files(name, reply.body.decode("utf-8", "replace"))
        return tuple(_completed(file, page) for file in files)
    return ()


def fetch_file(file: File, settings: IndexSettings, most: int) -> bytes:
    """Return a file's bytes, at most so many, which are those that the index has promised.

    Raises:
        NetworkError: It did not come, or is not what the index says.
    """
    files_here = any(url.startswith("file:") for url in settings.indexes)
    if urlsplit(file.url).scheme not in ("http", "https", *(["file"] * files_here)):
        raise NetworkError(f"the index has {file.name} at no address that can be asked")
    try:
        reply = Session(settings).get(file.url, most=most)
    except NetworkError as fault:
        raise NetworkError(f"{file.name} did not come: {fault}") from None
    if reply.status != _OK:
        raise NetworkError(f"the index answered with status {reply.status} for {file.name}")
    if file.sha256 and hashlib.sha256(reply.body).hexdigest() != file.sha256:
        raise NetworkError(f"{file.name} is not what the index says: its SHA-256 differs")
    return reply.body


def _completed(file: File, page: str) -> File:
    return replace(file, url=whole_address(page, file.url), sha256=file.sha256.lower())

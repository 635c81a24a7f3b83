"""The files of a project: which there are, and one of them in whole."""

import hashlib
import re
from urllib.parse import urljoin, urlsplit

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.model.published import File
from toolcrib.net.index import (
    ACCEPT,
    DEFAULT_INDEX,
    IndexSettings,
    fault_kind,
    open_pool,
    split_address,
)
from toolcrib.net.simple import html_files, json_files

_LONGEST_PAGE = 32 * 1024 * 1024
_OK, _NOT_FOUND, _GONE = 200, 404, 410


def project_files(project: str, settings: IndexSettings) -> tuple[File, ...]:
    """Return the files that an index has of a project, their addresses complete.

    Of a project that it does not have there are none.

    Raises:
        NetworkError: The index did not answer, or not with a page of PEP 503 or PEP 691.
        UsageError: The address of the index is none that can be asked.
    """
    name = normalised(project)
    address = f"{split_address(settings.url or DEFAULT_INDEX)[0]}{name}/"
    status, kind, body = _get(address, settings, _LONGEST_PAGE)
    if status in (_NOT_FOUND, _GONE):
        return ()
    if status != _OK:
        raise NetworkError(f"the index answered with status {status} for {name}")
    if "json" in kind:
        _, files = json_files(name, body)
    else:
        _, files = html_files(body.decode("utf-8", "replace"))
    return tuple(_completed(file, address) for file in files)


def fetch_file(file: File, settings: IndexSettings, most: int) -> bytes:
    """Return a file's bytes, at most so many, which are those that the index has promised.

    Raises:
        NetworkError: It did not come, or is not what the index says.
    """
    if urlsplit(file.url).scheme not in ("http", "https"):
        raise NetworkError(f"the index has {file.name} at no address that can be asked")
    status, _, body = _get(file.url, settings, most, decode=False)
    if status != _OK:
        raise NetworkError(f"the index answered with status {status} for {file.name}")
    if file.sha256 and hashlib.sha256(body).hexdigest() != file.sha256:
        raise NetworkError(f"{file.name} is not what the index says: its SHA-256 differs")
    return body


def _get(
    url: str, settings: IndexSettings, most: int, *, decode: bool = True
) -> tuple[int, str, bytes]:
    """Return status, kind and body of an answer; a file's compression is its own."""
    import urllib3

    headers = {"Accept": ACCEPT, "User-Agent": "toolcrib"}
    index, credentials = split_address(settings.url or DEFAULT_INDEX)
    # The index's password is for the host of the index alone.
    if credentials and urlsplit(url)[:2] == urlsplit(index)[:2]:
        headers |= urllib3.make_headers(basic_auth=credentials)
    try:
        with open_pool(settings) as pool:
            response = pool.request("GET", url, headers=headers, preload_content=False)
            body = response.read(most + 1, decode_content=decode)
            response.release_conn()
    except urllib3.exceptions.MaxRetryError as fault:
        raise NetworkError(f"the index did not answer ({fault_kind(fault.reason)})") from None
    except urllib3.exceptions.HTTPError as fault:
        raise NetworkError(f"the index did not answer ({fault_kind(fault)})") from None
    if len(body) > most:
        raise NetworkError(f"{re.sub('.*/', '', url.rstrip('/'))} is too large")
    return response.status, response.headers.get("Content-Type", ""), body


def _completed(file: File, page: str) -> File:
    return File(
        name=file.name,
        url=urljoin(page, file.url),
        sha256=file.sha256.lower(),
        requires_python=file.requires_python,
        yanked=file.yanked,
        uploaded=file.uploaded,
    )

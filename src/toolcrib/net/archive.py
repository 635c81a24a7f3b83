"""What an archive of an index holds, from a few kilobytes of it.

A wheel is a ZIP file, whose list of files is at its end (APPNOTE 4.3): one range request gets it,
mostly with the METADATA beside it. Of an sdist the beginning is taken. All of it is a stranger's
data: sizes are bounded before they are believed.
"""

import io
import struct
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import suppress

from toolcrib.errors import NetworkError
from toolcrib.model.published import File, Listing
from toolcrib.model.value import Value
from toolcrib.net.session import Reply, Session

_TAIL, _TAIL_WITH_METADATA = 16 * 1024, 32 * 1024
_HEAD = 48 * 1024
_MOST_METADATA = 1024 * 1024
_MOST_LIST = 16 * 1024 * 1024
_MOST_WHOLE = 8 * 1024 * 1024
_MOST_UNPACKED = 4 * 1024 * 1024
_MOST_MEMBERS = 200_000
_OK, _PARTIAL, _RANGES_REFUSED = 200, 206, (400, 416, 501)
_END, _END64, _LOCATOR64, _MEMBER, _LOCAL = (
    *(b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x01\x02", b"PK\x03\x04"),
)
_STORED, _DEFLATED = 0, 8
_IN_ZIP64 = 0xFFFFFFFF
_LENGTH_LOCAL = 30


class _Member(Value, frozen=True, kw_only=True):
    path: str
    size: int
    packed: int
    method: int
    offset: int


def fetch_listing(file: File, session: Session) -> Listing:
    """Return what a wheel or an sdist holds.

    Raises:
        NetworkError: It did not come, is no such archive, or is listed beyond all measure.
    """
    if not file.url:
        raise NetworkError(f"the index has {file.name} at no address that can be asked")
    if file.name.endswith((".tar.gz", ".tgz")):
        return _sdist(file, session)
    metadata = _sidecar(file, session) if file.metadata else ""
    if declares_imports(metadata):
        return Listing(sizes={}, texts={}, metadata=metadata)
    return _Remote(file, session).listing(metadata)


def declares_imports(metadata: str) -> bool:
    """Return whether metadata names what one imports (PEP 794)."""
    headers = metadata.partition("\n\n")[0]
    return any(line.startswith("Import-Name:") for line in headers.splitlines())


def _sidecar(file: File, session: Session) -> str:
    """Return the METADATA beside a wheel; an index may promise it and not have it."""
    with suppress(NetworkError):
        reply = session.get(f"{file.url}.metadata", most=_MOST_METADATA)
        if reply.status == _OK and b"Metadata-Version:" in reply.body:
            return reply.body.decode("utf-8", "replace")
    return ""


class _Remote:
    """A ZIP file on a server, of which the end is known, and more when it is needed."""

    def __init__(self, file: File, session: Session) -> None:
        self._file, self._session = file, session
        self._parts: list[tuple[int, bytes]] = []
        self._size = 0

    def listing(self, metadata: str) -> Listing:
        self._fetch_tail(_TAIL if metadata else _TAIL_WITH_METADATA)
        members = {member.path: member for member in self._members()}
        texts: dict[str, str] = {}
        for path, member in members.items():
            if metadata and path.endswith("/METADATA"):
                continue
            if is_telling(path) and (text := self._text(member)) is not None:
                texts[path] = text
        own = next((text for path, text in texts.items() if path.endswith("/METADATA")), "")
        return Listing(
            sizes={path: member.size for path, member in members.items()},
            texts=texts,
            metadata=metadata or own,
        )

    def _fetch_tail(self, length: int) -> None:
        reply = self._get(f"bytes=-{length}")
        if reply.status in _RANGES_REFUSED:
            # Some servers know no ranges from the end; the size tells where that begins.
            self._size = self._file.size or _total(self._get("bytes=0-0"))
            begin = max(0, self._size - length)
            reply = self._get(f"bytes={begin}-{self._size - 1}")
        if reply.status == _OK:
            reply = self._session.get(self._file.url, most=_MOST_WHOLE)
        if reply.status not in (_OK, _PARTIAL):
            message = f"the index answered with status {reply.status} for {self._file.name}"
            raise NetworkError(message)
        self._size = _total(reply) or len(reply.body)
        self._parts.append((self._size - len(reply.body), reply.body))

    def _get(self, span: str, most: int = _TAIL_WITH_METADATA) -> Reply:
        return self._session.get(self._file.url, most=most, headers={"Range": span}, cut=True)

    def _bytes(self, begin: int, end: int) -> bytes:
        """Return the bytes between two places, from what is there or else by one more request."""
        if not 0 <= begin <= end <= self._size or end - begin > _MOST_LIST:
            raise self._broken()
        for start, part in self._parts:
            if start <= begin and end <= start + len(part):
                return part[begin - start : end - start]
        reply = self._get(f"bytes={begin}-{end - 1}", most=end - begin)
        if reply.status != _PARTIAL or len(reply.body) != end - begin:
            raise self._broken()
        self._parts.append((begin, reply.body))
        return reply.body

    def _members(self) -> Iterator[_Member]:
        size, offset = self._end()
        data = self._bytes(offset, offset + size)
        place = count = 0
        while data[place : place + 4] == _MEMBER and count < _MOST_MEMBERS:
            if len(data) < place + 46:
                raise self._broken()
            method, packed, unpacked, name, extra, comment, start = struct.unpack(
                "<10xH8xLLHHH8xL", data[place : place + 46]
            )
            path = data[place + 46 : place + 46 + name].decode("utf-8", "replace")
            yield _Member(path=path, size=unpacked, packed=packed, method=method, offset=start)
            place += 46 + name + extra + comment
            count += 1
        if not count and size:
            raise self._broken()

    def _end(self) -> tuple[int, int]:
        """Return size and offset of the list of files."""
        start, tail = self._parts[0]
        place = tail.rfind(_END)
        if place < 0 or len(tail) < place + 22:
            raise self._broken()
        size, offset = struct.unpack("<LL", tail[place + 12 : place + 20])
        locator = tail.rfind(_LOCATOR64, 0, place)
        if _IN_ZIP64 in (size, offset) and locator >= 0:
            (where,) = struct.unpack("<Q", tail[locator + 8 : locator + 16])
            end = self._bytes(where, where + 56)
            if end[:4] != _END64:
                raise self._broken()
            size, offset = struct.unpack("<QQ", end[40:56])
        # What stands before the archive moves all its offsets (APPNOTE 4.1.9).
        if size > start + place:
            raise self._broken()
        return size, offset

    def _text(self, member: _Member) -> str | None:
        """Return a small member's text, or nothing where it cannot be had cheaply."""
        if member.size > _MOST_METADATA or member.packed > _MOST_METADATA:
            return None
        # Names and extra fields of the local header: as long as in the list, and some more.
        end = member.offset + 30 + len(member.path.encode()) + member.packed
        try:
            data = self._bytes(member.offset, min(end + 64, self._size))
        except NetworkError:
            return None
        if data[:4] != _LOCAL or len(data) < _LENGTH_LOCAL:
            return None
        name, extra = struct.unpack("<HH", data[26:30])
        packed = data[30 + name + extra :][: member.packed]
        if member.method == _STORED:
            return packed.decode("utf-8", "replace")
        with suppress(zlib.error):
            if member.method == _DEFLATED:
                unpacked = zlib.decompressobj(-15).decompress(packed, _MOST_METADATA)
                return unpacked.decode("utf-8", "replace")
        return None

    def _broken(self) -> NetworkError:
        return NetworkError(f"{self._file.name} is no whole ZIP file")


def is_telling(path: str) -> bool:
    """Return whether a file's text says what is imported or run."""
    folder, _, name = path.rpartition("/")
    if folder.endswith((".dist-info", ".egg-info")):
        known = ("METADATA", "PKG-INFO", "top_level.txt", "namespace_packages.txt")
        return "/" not in folder.partition("/")[2] and name in known
    return name.endswith(".pth") and (not folder or ".data/" in folder)


def _total(reply: Reply) -> int:
    total = reply.headers.get("content-range", "").rpartition("/")[2]
    return int(total) if total.isascii() and total.isdigit() else 0


def _sdist(file: File, session: Session) -> Listing:
    """Return what the first members of a compressed tar file are."""
    span = {"Range": f"bytes=0-{_HEAD - 1}"}
    reply = session.get(file.url, most=_HEAD, headers=span, cut=True)
    if reply.status not in (_OK, _PARTIAL):
        raise NetworkError(f"the index answered with status {reply.status} for {file.name}")
    try:
        data = zlib.decompressobj(31).decompress(reply.body, _MOST_UNPACKED)
    except zlib.error:
        raise NetworkError(f"{file.name} is no compressed tar file") from None
    sizes: dict[str, int] = {}
    texts: dict[str, str] = {}
    # The stream ends in the middle of something, which is a fault to whoever reads a whole one.
    faults = tarfile.TarError, EOFError, ValueError, OSError
    with suppress(*faults), tarfile.open(fileobj=io.BytesIO(data), mode="r|") as archive:
        for member in archive:
            if not member.isfile():
                continue
            sizes[member.name] = member.size
            if is_telling_of_sdist(member.name) and member.size <= _MOST_METADATA:
                opened = archive.extractfile(member)
                texts[member.name] = opened.read().decode("utf-8", "replace") if opened else ""
    if not sizes:
        raise NetworkError(f"{file.name} is no compressed tar file")
    own = next((t for path, t in texts.items() if path.endswith("/PKG-INFO")), "")
    whole = _total(reply) <= len(reply.body) and reply.whole
    return Listing(sizes=sizes, texts=texts, metadata=own, complete=whole)


def is_telling_of_sdist(path: str) -> bool:
    """Return whether a file of an sdist says what is imported."""
    return path.endswith(("/PKG-INFO", ".egg-info/top_level.txt"))

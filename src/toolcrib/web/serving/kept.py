"""What was made lately, as it is and packed, so that it is neither made nor packed again."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable

from toolcrib.model.value import Value

_BYTES = 64 * 1024 * 1024
_WORTH_IT = 1024
"""Bytes from which on packing saves more than it costs."""
_LEVEL = 6

Key = Hashable


class Content(Value, frozen=True, kw_only=True):
    """The bytes of an answer; `packed` their gzip file (RFC 1952), empty where it is no use."""

    plain: bytes
    packed: bytes = b""

    @property
    def size(self) -> int:
        """The bytes that it takes to keep both."""
        return len(self.plain) + len(self.packed)


def packed(plain: bytes) -> Content:
    """Return bytes with their gzip file, where they are enough and become fewer by it."""
    if len(plain) < _WORTH_IT:
        return Content(plain=plain)
    # Without a time, the same bytes are packed alike.
    small = gzip.compress(plain, _LEVEL, mtime=0)
    return Content(plain=plain, packed=small if len(small) < len(plain) else b"")


class Kept:
    """Contents by what they depend on; the one asked for least lately goes first."""

    def __init__(self, most: int = _BYTES) -> None:
        """Take how many bytes are kept at most, their keys included."""
        self._most = most
        self._size = 0
        self._contents: OrderedDict[Key, Content] = OrderedDict()

    def found(self, key: Key) -> Content | None:
        """Return what was kept, or nothing."""
        content = self._contents.get(key)
        if content:
            self._contents.move_to_end(key)
        return content

    def keep(self, key: Key, content: Content) -> Content:
        """Keep a content and return it; others make room for it."""
        if key in self._contents:
            return content
        self._contents[key] = content
        self._size += _size(key, content)
        while self._size > self._most:
            gone = self._contents.popitem(last=False)
            self._size -= _size(*gone)
        return content

    def get(self, key: Key, make: Callable[[], Content]) -> Content:
        """Return the content of a key, made now or before."""
        return self.found(key) or self.keep(key, make())


def _size(key: Key, content: Content) -> int:
    return content.size + len(repr(key))

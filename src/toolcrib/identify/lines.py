"""Sorted lines that are searched as they lie in a file: one question parses nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap


class SortedLines:
    """Lines of a key, and a value behind a tab; sorted by the bytes of the key.

    Lines that begin with `#` may stand before the others. The data is anything that is indexed like
    bytes, such as a file that is mapped into memory. A look-up takes some microseconds.
    """

    def __init__(self, data: "bytes | mmap.mmap") -> None:
        """Take the data, which ends in a line's end."""
        self._data = data
        self._begin = 0
        self.comment = ""
        while data[self._begin : self._begin + 1] == b"#":
            end = data.find(b"\n", self._begin) + 1
            self.comment = data[self._begin + 1 : end].decode().strip()
            self._begin = end

    def get(self, key: str) -> str | None:
        """Return the value of a key, empty where it has none; None where there is no such key."""
        # A name with half a character is one that nobody has, and no fault.
        wanted, data = key.encode("utf-8", "surrogatepass"), self._data
        low, high = self._begin, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", start, high)
            if end < 0:
                return None
            found, _, value = data[start:end].partition(b"\t")
            if found == wanted:
                return value.decode()
            if found < wanted:
                low = end + 1
            else:
                high = start
        return None

    def __contains__(self, key: str) -> bool:
        """Return whether there is such a key."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield all keys in their order."""
        start, data = self._begin, self._data
        while (end := data.find(b"\n", start)) >= 0:
            yield data[start:end].partition(b"\t")[0].decode()
            start = end + 1

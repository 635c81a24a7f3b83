"""Files that were made lately, so that they are not made again."""

from collections import OrderedDict

from toolcrib.web.site import File

_BYTES = 32 * 1024 * 1024


class Kept:
    """The content of files by what it depends on; the one asked for least lately goes first."""

    def __init__(self, most: int = _BYTES) -> None:
        """Take how many bytes are kept at most."""
        self._most = most
        self._size = 0
        self._contents: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def get(self, file: File) -> bytes:
        """Return the content of a file, made now or before."""
        key = (file.path, file.key)
        if key in self._contents:
            self._contents.move_to_end(key)
            return self._contents[key]
        content = file.make()
        self._contents[key] = content
        self._size += len(content)
        while self._size > self._most:
            _, gone = self._contents.popitem(last=False)
            self._size -= len(gone)
        return content

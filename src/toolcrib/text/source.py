"""A text with its lines: offsets to line and column and back."""

import codecs
import re
from bisect import bisect_right
from functools import cached_property

from toolcrib.model.value import Value

# The line ends of CommonMark 0.31 (section 2.1), and no other: a form feed or U+2028 ends no line.
_LINE_END = re.compile(r"\r\n|\n|\r")

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


class Source(Value, frozen=True, kw_only=True, dict=True):
    """A text; lines and columns count from 1, offsets from 0."""

    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The offset at which each line ends, before its line end."""
        return (*(match.start() for match in _LINE_END.finditer(self.text)), len(self.text))

    @property
    def count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self.starts)

    def line(self, number: int) -> str:
        """Return a line without its end."""
        return self.text[self.starts[number - 1] : self.ends[number - 1]]

    def span(self, number: int) -> tuple[int, int]:
        """Return where a line begins and ends."""
        return self.starts[number - 1], self.ends[number - 1]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8, UTF-16 by its mark, else Windows-1252.

    The mark itself is left out.
    """
    mark, encoding = encoding_of(data)
    return data[len(mark) :].decode(encoding, "replace")


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the mark at the beginning of bytes, which may be empty, and their encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"

"""Lists that are kept as data, in YAML or TOML, into the blocks that Markdown gives.

A key above others is a title, a key with a value is an item, and so is each value of an array; what
an array of tables holds are lines, one record each. Lists of YAML are read as those of Markdown.
Quotes are put aside; a comment behind a value is what is said of it.
"""

import re
from collections.abc import Iterator

from toolcrib.text.flow import fields_of
from toolcrib.text.inline import styled
from toolcrib.text.islands import Islands, indent_of, merged
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_TABLE = re.compile(r"[ \t]*(\[{1,2})[ \t]*([^\[\]\n]+?)[ \t]*\]{1,2}[ \t]*(?:#.*)?$")
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+|$)")
_PAIR = re.compile(
    r"[ \t]*(\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\s\"'#\[\]{}:=,-][^\"'#\[\]{}:=,\n]{0,80}?)"
    r"[ \t]*(?::(?=\s|$)|=)[ \t]*(.*)$"
)
_BARE = re.compile(r"(?:true|false|null|~|\d{4}-\d\d-\d\d\S*)[ \t]*(?:#.*)?", re.IGNORECASE)
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")
_COMMENT = re.compile(r"[ \t](#)[ \t]*\S")
_VALUE = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^\s,\[\]{}\"'#][^,\[\]{}\"'#\n]*")
_BRACKET = re.compile(r"[\[\]{}]")
_MARK = re.compile(r"(?:---|\.\.\.|%\w.*)[ \t]*$")
_DEEPEST = 6


def data_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a file of data."""
    taken = _Data(source)
    for number in range(1, source.count + 1):
        taken.take(number)
    taken.end_record()
    return merged(taken.markdown(), [*taken.nodes, *taken.blocks()], source)


class _Data(Islands):
    """What is no text in data; what is open: an item, an array, a table of an array."""

    dash, in_array, in_record = -1, False, False
    list_, level = 0, 0

    def __init__(self, source: Source) -> None:
        """Take the source; no record is open."""
        super().__init__(source)
        self.record: list[int] = []
        # What is read, with nothing but the marks of data put aside, and where blocks lie in it.
        self.seen = list(source.text)
        self.found: list[tuple[Kind, int, int, list[tuple[int, int]]]] = []

    def take(self, number: int) -> None:
        """Take what begins at a line."""
        line = self.source.line(number)
        if not line.strip() or line.lstrip().startswith("#"):
            return
        self._unquote(number, line)
        indent = indent_of(line)
        if fields := fields_of(line):
            self._map(number, fields)
        elif self.in_array:
            self._values(number, line)
            self.in_array = "]" not in _STRING.sub("", line)
        elif match := _TABLE.match(line):
            self._table(number, match)
        elif _MARK.match(line):
            self.blank(number, number + 1)
        elif match := _ITEM.match(line):
            self.dash = indent
        elif self.dash < 0 or indent <= self.dash:
            self.dash = -1
            if match := _PAIR.match(line):
                self._pair(number, line, match)

    def _unquote(self, number: int, line: str) -> None:
        """Put quotes aside, and a dash before a comment."""
        start, strings = self.source.starts[number - 1], []
        for match in _STRING.finditer(line):
            strings.append(match.span())
            for edge in (match.start(), match.end() - 1):
                self._aside(start + edge)
        for match in _BRACKET.finditer(line) if not _TABLE.match(line) else ():
            if not any(first <= match.start() < last for first, last in strings):
                self._aside(start + match.start())
        for match in _COMMENT.finditer(line):
            if not any(first <= match.start() < last for first, last in strings):
                self._aside(start + match.start(1), "-")
                return

    def _aside(self, at: int, mark: str = " ") -> None:
        self.text[at] = self.seen[at] = mark

    def _table(self, number: int, match: re.Match[str]) -> None:
        self.end_record()
        self.in_record, self.list_ = match[1] == "[[", self.group()
        self.level = match[2].count(".") + 1
        if not self.in_record:
            self.title(number, *match.span(2), level=min(self.level, _DEEPEST))
        self.blank(number, number + 1)

    def _pair(self, number: int, line: str, match: re.Match[str]) -> None:
        value, level = match[2], min(self.level + indent_of(line) // 2 + 1, _DEEPEST)
        closed = value.startswith("[") and "]" in _STRING.sub("", value)
        if not value or value.startswith("#") or (value.startswith("[") and not closed):
            self.title(number, *_inner(match), level=level)
            self.list_, self.in_array = self.group(), value.startswith("[")
        elif self.in_record:
            self.record.append(number)
            return
        elif not _BARE.fullmatch(value):
            self._item(number, indent_of(line), len(line))
        self.blank(number, number + 1)

    def _values(self, number: int, line: str) -> None:
        """Take each value of an array on a line; what is said behind the last one is said of it."""
        comment = next((match.start() for match in _COMMENT.finditer(line)), len(line))
        values = [match.span() for match in _VALUE.finditer(line, 0, comment)]
        for place, (first, last) in enumerate(values):
            self._item(number, first, len(line) if place == len(values) - 1 else last)
        self.blank(number, number + 1)

    def _map(self, number: int, fields: list[tuple[int, int]]) -> None:
        """Take a map of one line as an item whose lines are its fields."""
        start = self.source.starts[number - 1]
        self.list_ = self.list_ or self.group()
        spans = [(start + first, start + last) for first, last in fields]
        self.found.append((Kind.ITEM, number, self.list_, spans))
        self.blank(number, number + 1)

    def _item(self, number: int, first: int, last: int) -> None:
        start = self.source.starts[number - 1]
        self.list_ = self.list_ or self.group()
        self.found.append((Kind.ITEM, number, self.list_, [(start + first, start + last)]))

    def blocks(self) -> Iterator[Node]:
        """Yield what was taken, with its text."""
        text = "".join(self.seen)
        for kind, line, group, spans in self.found:
            yield Node(kind=kind, line=line, group=group, cells=(styled(text, spans),))

    def end_record(self) -> None:
        """Take the lines of a table of an array as one block."""
        if self.record:
            spans = [self.source.span(number) for number in self.record]
            self.found.append((Kind.PARAGRAPH, self.record[0], self.group(), spans))
            for number in self.record:
                self.blank(number, number + 1)
        self.record = []


def _inner(match: re.Match[str]) -> tuple[int, int]:
    """Return where a key stands without its quotes."""
    quoted = match[1][0] in "\"'"
    return match.start(1) + quoted, match.end(1) - quoted

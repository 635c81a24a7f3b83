"""Lists that are kept as JSON (RFC 8259), into the blocks that Markdown gives.

An object of an array is an item whose lines are its fields, one that holds lists is a title by its
first field; a string of an array is an item; the key of a list or of an object is a title, that of
a string an item with what it says. Keys and strings stand where they stand, their escapes read.
"""

import re
from collections.abc import Iterator

from toolcrib.text.json import Place, characters
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source
from toolcrib.text.styled import Styled

_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\]{},:]|-?\d[\w.+-]*|true|false|null')
_RECORDS = re.compile(r"\s*\{[^\n]*\}\s*\n\s*\{")
_AHEAD = re.compile(r"\s*")
_DEEPEST, _LEVELS = 40, 6

Span = tuple[int, int]


class _Frame:
    """An array or an object that is open, and what is known of it."""

    def __init__(self, group: int, *, is_array: bool, is_record: bool) -> None:
        """Open one; `is_record` says of an object that it is one of an array."""
        self.group, self.is_array, self.is_record = group, is_array, is_record
        self.key: Span | None = None
        self.fields: list[tuple[Span, list[Span]]] = []
        self.holds_lists = False


def json_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a file of JSON, or of one with a value on each line."""
    return tuple(sorted(_Values(source).nodes(), key=lambda node: node.line))


class _Values:
    """Walks over the tokens; what is deeper than anybody nests lists is passed over."""

    def __init__(self, source: Source) -> None:
        """Take the source; lines of objects are as an array of them."""
        self.source, self.text = source, source.text
        lines = _RECORDS.match(source.text) is not None
        self.open = [_Frame(1, is_array=lines, is_record=False)]
        self.groups = 1
        self.too_deep = 0

    def nodes(self) -> Iterator[Node]:
        """Yield the blocks in the order in which they end."""
        for match in _TOKEN.finditer(self.text):
            mark = match[0][0]
            if mark in "[{":
                yield from self._opened(match.end(), is_array=mark == "[")
            elif mark in "]}":
                yield from self._closed()
            elif mark == '"' and not self.too_deep:
                yield from self._string((match.start() + 1, match.end() - 1), match.end())
        while len(self.open) > 1:
            yield from self._closed()

    def _opened(self, after: int, *, is_array: bool) -> Iterator[Node]:
        if self.too_deep or len(self.open) > _DEEPEST:
            self.too_deep += 1
            return
        above = self.open[-1]
        ahead = _AHEAD.match(self.text, after)
        plain = is_array and ahead is not None and self.text[ahead.end() : ahead.end() + 1] != "{"
        if above.is_record and not plain and not above.holds_lists:
            above.holds_lists = True
            yield from self._title_of(above)
        elif above.key and not (above.is_record and plain):
            yield self._heading(above.key)
        self.groups += 1
        is_record = not is_array and above.is_array
        group = above.group if is_record else self.groups
        if above.is_record and plain and above.key:
            above.fields.append((above.key, []))
        self.open.append(_Frame(group, is_array=is_array, is_record=is_record))

    def _closed(self) -> Iterator[Node]:
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            frame = self.open.pop()
            if frame.is_record and not frame.holds_lists and frame.fields:
                yield self._item(frame.group, frame.fields)
            self.open[-1].key = None

    def _string(self, span: Span, after: int) -> Iterator[Node]:
        frame, above = self.open[-1], self.open[-2] if len(self.open) > 1 else None
        if frame.is_array and above and above.is_record and above.key and above.fields:
            above.fields[-1][1].append(span)
        elif frame.is_array:
            yield self._node(Kind.ITEM, self._said([span]), group=frame.group)
        elif frame.key is None:
            ahead = _AHEAD.match(self.text, after)
            is_key = ahead is not None and self.text[ahead.end() : ahead.end() + 1] == ":"
            frame.key = span if is_key else None
        elif frame.is_record and not frame.holds_lists:
            frame.fields.append((frame.key, [span]))
            frame.key = None
        else:
            yield self._item(frame.group, [(frame.key, [span])])
            frame.key = None

    def _title_of(self, frame: _Frame) -> Iterator[Node]:
        """Yield what names an object that holds lists: its first field, else the list's key."""
        titles = [values[0] for _, values in frame.fields if values][:1]
        yield from map(self._heading, titles or ([frame.key] if frame.key else []))

    def _heading(self, span: Span) -> Node:
        level = min(len(self.open), _LEVELS)
        return self._node(Kind.HEADING, self._said([span]), level=level)

    def _item(self, group: int, fields: list[tuple[Span, list[Span]]]) -> Node:
        lines = [self._said([key], ": ") + self._said(values) for key, values in fields]
        joined = [piece for line in lines for piece in (*line, ("\n", line[-1][1]))][:-1]
        return self._node(Kind.ITEM, joined, group=group)

    def _said(self, spans: list[Span], end: str = "") -> list[tuple[str, int]]:
        """Return the characters of strings, joined by commas, each with its place."""
        found: list[tuple[str, int]] = []
        last = 0
        for start, stop in spans:
            found += [(char, last) for char in ", "] if found else []
            found += characters(self.text, Place((), start, stop))
            last = stop
        return found + [(char, spans[-1][1]) for char in end] if spans else found

    def _node(
        self, kind: Kind, said: list[tuple[str, int]], *, level: int = 0, group: int = 0
    ) -> Node:
        starts = tuple(at for _, at in said)
        ends = tuple(max(after, at + 1) for at, after in zip(starts, (*starts[1:], 0), strict=True))
        text = "".join(char for char, _ in said)
        line = self.source.place(starts[0])[0] if starts else 1
        styled = Styled(text=text, starts=starts, ends=ends, styles=bytes(len(text)))
        return Node(kind=kind, line=line, level=level, group=group, cells=(styled,))

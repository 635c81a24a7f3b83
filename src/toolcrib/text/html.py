"""HTML lists, tables, headings and paragraphs into the blocks that Markdown gives."""

import html
import re
from html.parser import HTMLParser
from typing import Any

from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source
from toolcrib.text.styled import BY_TAG, Link, Style, Styled

_HEADING = re.compile(r"h[1-6]")
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "dl"})
_ITEMS = frozenset({"li", "dt"})
_PARAGRAPHS = frozenset({"p", "div", "summary", "dd", "section", "blockquote"})
_SILENT = frozenset({"script", "style"})
# What frames a page, or is not shown as text.
_HIDDEN = frozenset({"head", "nav", "select", "svg", "template"})
_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source|highlight)-([\w+-]+)")

# A text that is longer is no entry; its rest is left out.
_LONGEST = 64 * 1024
# A number of more digits is none of rows; a table with more columns is none of modules.
_DIGITS, _WIDEST = 5, 64


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < _DIGITS else 1


def _closed(data: str) -> str:
    """Return HTML without marks that open what nothing closes, which cost the parser most time."""
    comments, tags = data.rfind("-->"), data.rfind(">")
    opened = data.find("<!--", max(comments, 0))
    if opened >= 0:
        data = data[:opened] + data[opened:].replace("<!--", " " * 4)
    return data[: tags + 1] + data[tags + 1 :].replace("<", " ")


def html_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a page."""
    nodes: list[Node] = []
    blocks = HtmlBlocks(source, nodes)
    blocks.take(0, source.count)
    blocks.flush()
    return tuple(nodes)


class HtmlBlocks(HTMLParser):
    """Appends the blocks of HTML to a document's nodes; a list may go on in the next piece."""

    def __init__(self, source: Source, nodes: list[Node]) -> None:
        """Take the source, and the nodes to append to."""
        super().__init__(convert_charrefs=False)
        self._source, self._nodes = source, nodes
        self._base = 0
        self._starts: tuple[int, ...] = (0,)
        self._lists: list[tuple[int, bool]] = []
        self._items: list[int] = []
        self._group = -1
        self._open: dict[str, Any] | None = None
        self._cells: list[Styled] = []
        # How many rows below each column are still held by a cell above them.
        self._spans: dict[int, int] = {}
        self._rows = 1
        self._row: dict[str, Any] | None = None
        self._code: list[str] | None = None
        self._code_line = 0
        self._info = ""
        self._hidden = 0
        self._clear()

    def _clear(self) -> None:
        self._chars: list[tuple[str, int, int, int]] = []
        self._links: list[Link] = []
        self._href: tuple[int, str] | None = None
        self._style = 0
        self._silent = 0

    def take(self, first: int, last: int) -> None:
        """Take the source lines from one index up to another."""
        start = self._source.starts[first]
        end = self._source.ends[max(first, min(last, self._source.count) - 1)]
        data = _closed(self._source.text[start:end])
        self._base = start
        self._starts = (0, *(match.end() for match in re.finditer("\n", data)))
        self.reset()
        self.feed(data)
        self.close()
        self._end_text()

    def flush(self) -> None:
        """Take what is left at the end of the document."""
        if self._code is not None:
            self._close_code()
        self._end_text()
        self._end_row()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._base + self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, or set a style."""
        self._hidden += tag in _HIDDEN
        if tag == "pre" or self._code is not None:
            self._open_code(tag, dict(attrs))
        elif self._hidden:
            return
        elif tag in _LISTS:
            self._end_text()
            self._group -= 1
            self._lists.append((self._group, tag == "ol"))
        elif tag in _ITEMS:
            self._end_text()
            group, ordered = self._lists[-1] if self._lists else (self._group, False)
            level = max(len(self._lists) - 1, 0)
            self._open = {"kind": Kind.ITEM, "level": level, "group": group, "ordered": ordered}
        elif tag == "table":
            self._end_text()
            self._group -= 1
            self._spans = {}
        elif tag == "tr":
            self._end_row()
            self._row = {"line": self.line, "group": self._group, "header": False}
        elif tag in _CELLS:
            self._end_text()
            self._open = {"kind": Kind.ROW, "header": tag == "th"}
            self._rows = _number(dict(attrs).get("rowspan"))
        elif _HEADING.fullmatch(tag):
            self._end_text()
            self._open = {"kind": Kind.HEADING, "level": int(tag[1])}
        elif tag in _PARAGRAPHS and (self._open or {}).get("kind") not in (Kind.ITEM, Kind.ROW):
            self._end_text()
        else:
            self._inline(tag, dict(attrs))

    def _open_code(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin code, or learn its language from what is in it."""
        if self._code is None:
            self._end_text()
            self._code, self._code_line, self._info = [], self.line, ""
        if tag in ("pre", "code") and (named := _LANGUAGE.search(attrs.get("class") or "")):
            self._info = named[1]

    def _close_code(self) -> None:
        code = "".join(self._code or ()).strip("\n")
        if code:
            parent = self._items[-1] if self._items else -1
            self._nodes.append(
                Node(
                    kind=Kind.CODE,
                    line=self._code_line,
                    last=self.line,
                    parent=parent,
                    info=self._info,
                    code=code + "\n",
                )
            )
        self._code = None

    def _inline(self, tag: str, attrs: dict[str, str | None]) -> None:
        self._style |= int(BY_TAG.get(tag, 0))
        self._silent += tag in _SILENT
        if tag == "a" and (href := attrs.get("href")):
            self._href = (len(self._chars), href)
            self._style |= Style.LINK
        elif tag == "br":
            offset = self._offset()
            self._chars.append(("\n", offset, offset + 1, 0))

    def handle_endtag(self, tag: str) -> None:
        """Close a block, or a style."""
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if self._code is not None:
            if tag == "pre":
                self._close_code()
        elif tag in _LISTS:
            self._end_text()
            if self._lists:
                self._lists.pop()
            del self._items[len(self._lists) :]
        elif tag in _ITEMS or tag in _CELLS or _HEADING.fullmatch(tag):
            self._end_text()
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in _PARAGRAPHS and (self._open or {}).get("kind") not in (Kind.ITEM, Kind.ROW):
            self._end_text()
        else:
            self._style &= ~int(BY_TAG.get(tag, 0))
            self._silent -= tag in _SILENT and self._silent > 0
            if tag == "a" and self._href:
                start, url = self._href
                self._links.append(Link(start=start, end=len(self._chars), url=url))
                self._href, self._style = None, self._style & ~Style.LINK

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._code is not None:
            self._code.append(data)
            return
        if self._silent or self._hidden or len(self._chars) > _LONGEST:
            return
        offset = self._offset()
        for number, char in enumerate(data):
            seen = " " if char.isspace() else char
            self._chars.append((seen, offset + number, offset + number + 1, self._style))

    def handle_entityref(self, name: str) -> None:
        """Take a named character."""
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take a numbered character."""
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if self._code is not None:
            self._code.append(html.unescape(written))
            return
        if self._silent or self._hidden:
            return
        offset = self._offset()
        seen = html.unescape(written)[:1]
        self._chars.append((seen, offset, offset + len(written), self._style))

    @property
    def line(self) -> int:
        """The line that the parser is at."""
        return self._source.place(self._offset())[0]

    def _end_text(self) -> None:
        text, opened = self._text(), self._open
        self._clear()
        self._open = None
        if opened and opened["kind"] is Kind.ROW:
            self._put_cell(text)
            if self._row is not None:
                self._row["header"] = self._row["header"] or opened["header"]
            return
        if not text:
            return
        values = opened or {"kind": Kind.PARAGRAPH, "group": self._next_group()}
        line = self._source.place(text.starts[0])[0]
        depth = values.get("level", 0) if values["kind"] is Kind.ITEM else len(self._items)
        parent = self._items[depth - 1] if 0 < depth <= len(self._items) else -1
        self._nodes.append(Node(line=line, cells=(text,), parent=parent, **values))
        if values["kind"] is Kind.ITEM:
            self._items[depth:] = [len(self._nodes) - 1]

    def _put_cell(self, text: Styled) -> None:
        """Add a cell to the row, behind empty ones for those that reach down from rows above."""
        while len(self._cells) < _WIDEST and self._spans.get(len(self._cells), 0) > 0:
            self._spans[len(self._cells)] -= 1
            self._cells.append(Styled(text=""))
        self._spans[len(self._cells)] = self._rows - 1
        self._cells.append(text)

    def _next_group(self) -> int:
        self._group -= 1
        return self._group

    def _end_row(self) -> None:
        self._end_text()
        if self._row is not None and self._cells:
            self._nodes.append(Node(kind=Kind.ROW, cells=tuple(self._cells), **self._row))
        self._row, self._cells = None, []

    def _text(self) -> Styled:
        whole = Styled(
            text="".join(char for char, _, _, _ in self._chars),
            starts=tuple(start for _, start, _, _ in self._chars),
            ends=tuple(end for _, _, end, _ in self._chars),
            styles=bytes(style for _, _, _, style in self._chars),
            links=tuple(self._links),
        )
        return whole.stripped()

"""AsciiDoc into the blocks that Markdown gives, by the AsciiDoc Language Documentation.

Titles have a form of the same length in Markdown; listings and tables are islands; attributes, and
lines that say how a block is set, say nothing of modules.
"""

import re
from itertools import pairwise

from toolcrib.text.inline import styled
from toolcrib.text.islands import Islands, merged, nested
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_TITLE = re.compile(r"(={1,6})[ \t]+(?=\S)")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_STYLE = re.compile(r"\[(?:(source|listing)\b)?(?:%\w+)?(?:,[ \t]*(\w+))?[^\]]*\][ \t]*$")
_SILENT = re.compile(r":!?[\w-]+!?:(?:\s|$)|//(?!/)|\+[ \t]*$|(?:include|image|toc)::")
_LISTING = re.compile(r"(-{4,}|\.{4,}|`{3,})[ \t]*$")
_COMMENT = re.compile(r"/{4,}[ \t]*$")
_TABLE = re.compile(r"[|!,:]===[ \t]*$")
_CELL = re.compile(r"(?<!\\)(?:[\d.*+<^>]*[a-z]?)\|")


def asciidoc_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of an AsciiDoc document."""
    taken = _AsciiDoc(source)
    number = 1
    while number <= source.count:
        number = taken.take(number)
    return merged(nested(taken.markdown(), source), taken.nodes, source)


class _AsciiDoc(Islands):
    """What is no Markdown in AsciiDoc."""

    info = ""

    def take(self, number: int) -> int:
        """Take what begins at a line; return the line to go on with."""
        line, start = self.source.line(number).rstrip(), self.source.starts[number - 1]
        if match := _STYLE.match(line):
            self.info = match[2] or ""
            return self.blank(number, number + 1)
        info, self.info = self.info, ""
        if end := self._delimited(number, line, info):
            return self.blank(number, end + 1)
        if match := _TITLE.match(line):
            self.put(start, start + match.end(1), "#" * len(match[1]))
        elif match := _BLOCK_TITLE.match(line):
            self.title(number, match.end(), len(line))
            return self.blank(number, number + 1)
        elif _SILENT.match(line):
            return self.blank(number, number + 1)
        self.nest(number)
        return number + 1

    def _delimited(self, number: int, line: str, info: str) -> int:
        """Take a block that ends as it begins; return its last line, 0 where there is none."""
        kinds = (_LISTING, _COMMENT, _TABLE)
        kind = next((kind for kind in kinds if kind.match(line)), None)
        end = self.find_line(number + 1, line) if kind else 0
        if end and kind is _LISTING:
            self.code(number, range(number + 1, end), end + 1, info)
        elif end and kind is _TABLE:
            self._table(number, end)
        return end

    def _table(self, number: int, end: int) -> None:
        """Take the rows of a table: a line each, or as many lines as the first one has cells."""
        group, width, row = self.group(), 0, list[tuple[int, int]]()
        rows: list[list[tuple[int, int]]] = []
        for line in range(number + 1, end):
            start, text = self.source.starts[line - 1], self.source.line(line)
            marks = [match.span() for match in _CELL.finditer(text)]
            edges = [*marks, (len(text), 0)]
            row += [(start + one[1], start + other[0]) for one, other in pairwise(edges)]
            width = width or len(row)
            if row and len(row) >= width:
                rows.append(row)
                row = []
        blank = end > number + 2 and not self.source.line(number + 2).strip()
        for place, spans in enumerate(rows):
            cells = tuple(styled(self.source.text, [span]).stripped() for span in spans)
            header = blank and not place
            line = self.source.place(spans[0][0])[0]
            self.nodes.append(
                Node(kind=Kind.ROW, line=line, group=group, cells=cells, header=header)
            )

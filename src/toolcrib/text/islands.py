"""Documents of other markup, of which most is read as Markdown and the rest is taken out.

Titles, lists and paragraphs of the markups that people write in are alike enough to be read by one
parser. What is not (code, tables, directives) is taken out first, each an island, and put back as
code and rows. What is written otherwise is put as Markdown has it, in as many characters: no place
moves.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from toolcrib.text.inline import styled
from toolcrib.text.markdown import markdown_nodes
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_INDENT = " \t"
_LOWEST = 7


NESTED = re.compile(r"(\*{2,8})(?=[ \t]+\S)")
"""The marks of an item that lies in another: `**`."""


class Islands:
    """A text that becomes Markdown, and the blocks that were taken out of it."""

    def __init__(self, source: Source) -> None:
        """Take the source; nothing is taken out yet."""
        self.source = source
        self.text = list(source.text)
        self.nodes: list[Node] = []
        self._groups = 0
        self._absent: set[str] = set()

    def markdown(self) -> tuple[Node, ...]:
        """Return the blocks of what is left, read as Markdown."""
        return markdown_nodes(Source(text="".join(self.text)), plain=True)

    def put(self, start: int, end: int, text: str = "") -> None:
        """Put a text in the place of a longer stretch; what is left of that becomes spaces."""
        self.text[start:end] = text.ljust(end - start)

    def blank(self, number: int, end: int) -> int:
        """Take out lines from one up to another; return the line to go on with."""
        for line in range(number, end):
            self.put(*self.source.span(line))
        return max(end, number + 1)

    def code(self, number: int, lines: range, end: int, info: str = "") -> int:
        """Take the block from a line up to another out; `lines` of it are code."""
        code = dedented([self.source.line(n) for n in lines])
        if code:
            indent = indent_of(self.source.line(number))
            # The parent is not known yet; the indent, which tells it, stands in its place.
            self.nodes.append(
                Node(
                    kind=Kind.CODE,
                    line=number,
                    last=max(number, end - 1),
                    info=info,
                    code=code + "\n",
                    level=indent,
                )
            )
        return self.blank(number, end)

    def title(self, number: int, first: int, last: int, level: int = _LOWEST) -> None:
        """Take a stretch of a line as a title; as that of a table it is below all others."""
        start = self.source.starts[number - 1]
        text = styled(self.source.text, [(start + first, start + last)])
        self.nodes.append(Node(kind=Kind.HEADING, line=number, level=level, cells=(text,)))

    def nest(self, number: int) -> None:
        """Make an item of a line that tells by the number of its marks how deep it lies."""
        if match := NESTED.match(self.source.line(number)):
            start = self.source.starts[number - 1]
            self.put(start, start + match.end(), match[1][:1].rjust(len(match[1])))

    def group(self) -> int:
        """Return the number of a new table; those of the parser count upwards from 1."""
        self._groups -= 1
        return self._groups

    def find_line(self, number: int, end: str) -> int:
        """Return the next line that begins with a mark in lower case; 0 where there is none."""
        if end in self._absent:
            return 0
        for line in range(number, self.source.count + 1):
            if self.source.line(line).lstrip().lower().startswith(end):
                return line
        # What is not there is looked for once, however often it is asked for.
        self._absent.add(end)
        return 0


def dedented(lines: Sequence[str]) -> str:
    """Return lines of code without the indent that all have, and without blank ones around."""
    indents = [indent_of(line) for line in lines if line.strip()]
    least = min(indents, default=0)
    return "\n".join(line[least:] if line.strip() else "" for line in lines).strip("\n")


def indent_of(line: str) -> int:
    """Return how many characters of white space a line begins with."""
    return len(line) - len(line.lstrip(_INDENT))


def nested(nodes: Sequence[Node], source: Source, marks: re.Pattern[str] = NESTED) -> list[Node]:
    """Put items that tell by their marks how deep they lie into the ones above them."""
    found: list[Node] = []
    open_: list[tuple[int, int]] = []
    for index, node in enumerate(nodes):
        if node.kind is not Kind.ITEM:
            open_ = [] if node.kind is Kind.HEADING else open_
            found.append(node)
            continue
        match = marks.match(source.line(node.line))
        depth = len(match[1]) if match else 1
        open_ = [(above, place) for above, place in open_ if above < depth]
        if match and open_:
            parent = open_[-1][1]
            group = -len(nodes) - parent
            node = replace(node, parent=parent, level=found[parent].level + 1, group=group)  # noqa: PLW2901 -- the same item
        open_.append((depth, index))
        found.append(node)
    return found


def merged(rest: Sequence[Node], islands: Sequence[Node], source: Source) -> tuple[Node, ...]:
    """Put islands back in their places, and code into the items that it is indented like."""
    order = sorted([*rest, *islands], key=lambda node: node.line)
    place = {id(node): index for index, node in enumerate(order)}
    own = {id(node) for node in islands}
    found: list[Node] = []
    for node in order:
        if id(node) not in own:
            parent = place[id(rest[node.parent])] if node.parent >= 0 else -1
            found.append(replace(node, parent=parent))
        elif node.kind is Kind.CODE:
            parent = next(_items_above(found, node.level, source), -1)
            found.append(replace(node, parent=parent, level=0))
        else:
            found.append(node)
    return tuple(found)


def _items_above(nodes: Sequence[Node], indent: int, source: Source) -> Iterator[int]:
    """Yield the item that a block of some indent lies in, if it lies in one."""
    if indent <= 0:
        return
    for index in reversed(range(len(nodes))):
        node = nodes[index]
        if node.kind is Kind.HEADING:
            return
        if node.kind is Kind.ITEM and indent_of(source.line(node.line)) < indent:
            yield index
            return

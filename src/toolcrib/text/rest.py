"""reStructuredText into the blocks that Markdown gives.

Lists, titles, fields and paragraphs of both are alike enough to be read by one parser. What is not
(directives, literal blocks, comments, tables) is taken out first, by the rules of the
reStructuredText Markup Specification, and put back as code and rows; no place moves.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from msgspec.structs import replace

from toolcrib.text.markdown import markdown_nodes
from toolcrib.text.node import Kind, Node
from toolcrib.text.rest_tables import grid_rows, is_grid, is_simple, list_rows, simple_rows
from toolcrib.text.source import Source

_DIRECTIVE = re.compile(
    r"([ \t]*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w:.+-]*?)::(?:[ \t]+(.*))?$"
)
_EXPLICIT = re.compile(r"([ \t]*)\.\.(?:[ \t]|$)")
_OPTION = re.compile(r"[ \t]*:[\w-]+:")
_DOCTEST = re.compile(r"[ \t]*>>> ")

_CODES = frozenset(
    {"code-block", "code", "sourcecode", "doctest", "testcode", "ipython", "parsed-literal"}
)
# Directives whose content is part of the text; that of all others is not.
_TEXTS = frozenset(
    """
    note tip hint important warning attention caution danger error admonition seealso container
    hlist only topic sidebar compound rst-class class tab-set tab-item tabs tab dropdown grid card
    grid-item-card versionadded versionchanged deprecated
    """.split()  # noqa: SIM905 -- a list of words reads as one
)


def rest_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a reStructuredText document."""
    taken = _Islands(source)
    taken.find()
    rest = markdown_nodes(Source(text="".join(taken.text)), plain=True)
    return _merged(_levelled(rest, source), taken.nodes, source)


def _levelled(nodes: Sequence[Node], source: Source) -> list[Node]:
    """Give titles their levels: each form of a title is one below those that came before it."""
    forms: list[tuple[str, bool]] = []
    levelled = []
    for node in nodes:
        if node.kind is Kind.HEADING:
            form = _form(node.line, source)
            if form not in forms:
                forms.append(form)
            node = replace(node, level=forms.index(form) + 1)  # noqa: PLW2901 -- the same block
        levelled.append(node)
    return levelled


def _form(number: int, source: Source) -> tuple[str, bool]:
    """Return the mark below a title, and whether it stands above it, too."""
    below = source.line(number + 1).strip()[:1] if number < source.count else ""
    above = source.line(number - 1).strip()[:1] if number > 1 else ""
    return below, bool(below) and above == below


class _Islands:
    """What is no Markdown: its blocks, and the text with spaces in their places."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = list(source.text)
        self.nodes: list[Node] = []
        self.groups = 0

    def find(self) -> None:
        number = 1
        while number <= self.source.count:
            number = self._take(number)

    def _take(self, number: int) -> int:
        """Take what begins at a line; return the line to go on with."""
        line = self.source.line(number)
        if match := _DIRECTIVE.match(line):
            return self._directive(number, match)
        if match := _EXPLICIT.match(line):
            return self._blank(number, self._end(number, len(match[1])))
        if _DOCTEST.match(line):
            end = self._paragraph_end(number)
            return self._code(number, number, end, "pycon")
        if is_simple(line) or is_grid(line):
            rows_of = simple_rows if is_simple(line) else grid_rows
            return self._table(number, rows_of(self.source, number, self._group()))
        return self._literal(number) if line.rstrip().endswith("::") else number + 1

    def _literal(self, number: int) -> int:
        """Take the block below a line that ends in two colons, if it lies deeper."""
        indent, first = _indent(self.source.line(number)), self._skip_blank(number + 1)
        if first > self.source.count or _indent(self.source.line(first)) <= indent:
            return number + 1
        return self._code(first, first, self._end(number, indent), "")

    def _directive(self, number: int, match: re.Match[str]) -> int:
        name, end = match[2].lower(), self._end(number, len(match[1]))
        first = number + 1
        while first < end and _OPTION.match(self.source.line(first)):
            first += 1
        if name in _CODES:
            return self._code(number, self._skip_blank(first), end, (match[3] or "").strip())
        if name == "list-table":
            self.nodes += list_rows(self.source, first, end, self._group())
        elif name in _TEXTS:
            end = first
        return self._blank(number, end)

    def _table(self, number: int, found: tuple[list[Node], int]) -> int:
        rows, end = found
        self.nodes += rows
        return self._blank(number, end) if rows else max(end, number + 1)

    def _code(self, number: int, first: int, end: int, info: str) -> int:
        code = dedent("\n".join(self.source.line(n) for n in range(first, end))).strip("\n")
        if code:
            indent = _indent(self.source.line(number))
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
        return self._blank(number, end)

    def _blank(self, number: int, end: int) -> int:
        for line in range(number, end):
            start, stop = self.source.span(line)
            self.text[start:stop] = " " * (stop - start)
        return max(end, number + 1)

    def _end(self, number: int, indent: int) -> int:
        """Return the line after the block that lies deeper than a line."""
        end = number + 1
        for line in range(number + 1, self.source.count + 1):
            text = self.source.line(line)
            if text.strip():
                if _indent(text) <= indent:
                    break
                end = line + 1
        return end

    def _paragraph_end(self, number: int) -> int:
        lines = range(number, self.source.count + 1)
        blank = (line for line in lines if not self.source.line(line).strip())
        return next(blank, self.source.count + 1)

    def _skip_blank(self, number: int) -> int:
        while number <= self.source.count and not self.source.line(number).strip():
            number += 1
        return number

    def _group(self) -> int:
        # Those of the parser count upwards from 1, so these are below 0.
        self.groups -= 1
        return self.groups


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _merged(rest: Sequence[Node], islands: Sequence[Node], source: Source) -> tuple[Node, ...]:
    """Put blocks back in their places, and code into the items that it is indented like."""
    order = sorted([*rest, *islands], key=lambda node: node.line)
    place = {id(node): index for index, node in enumerate(order)}
    own = {id(node) for node in islands}
    merged: list[Node] = []
    for node in order:
        if id(node) not in own:
            parent = place[id(rest[node.parent])] if node.parent >= 0 else -1
            merged.append(replace(node, parent=parent))
        elif node.kind is Kind.CODE:
            parent = next(_items_above(merged, node.level, source), -1)
            merged.append(replace(node, parent=parent, level=0))
        else:
            merged.append(node)
    return tuple(merged)


def _items_above(nodes: Sequence[Node], indent: int, source: Source) -> Iterator[int]:
    """Yield the item that a block of some indent lies in, if it lies in one."""
    if indent <= 0:
        return
    for index in reversed(range(len(nodes))):
        node = nodes[index]
        if node.kind is Kind.HEADING:
            return
        if node.kind is Kind.ITEM and _indent(source.line(node.line)) < indent:
            yield index
            return

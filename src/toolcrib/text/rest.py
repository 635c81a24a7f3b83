"""reStructuredText into the blocks that Markdown gives.

Directives, literal blocks, comments and tables are islands, by the rules of the reStructuredText
Markup Specification.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from toolcrib.text.islands import Islands, indent_of, merged
from toolcrib.text.node import Kind, Node
from toolcrib.text.rest_tables import (
    csv_rows,
    grid_rows,
    is_grid,
    is_simple,
    list_rows,
    simple_rows,
)
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
    grid-item-card table versionadded versionchanged deprecated
    """.split()  # noqa: SIM905 -- a list of words reads as one
)


_ROWS = {"list-table": list_rows, "csv-table": csv_rows}
# Directives whose argument names what follows, or what they hold.
_TITLED = frozenset({"rubric", "table", "admonition", "topic", "sidebar", "dropdown", *_ROWS})


def rest_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a reStructuredText document."""
    taken = _Islands(source)
    taken.find()
    return merged(_levelled(taken.markdown(), source), taken.nodes, source)


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


class _Islands(Islands):
    """What is no Markdown in reStructuredText."""

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
            return self.blank(number, self._end(number, len(match[1])))
        if _DOCTEST.match(line):
            end = self._paragraph_end(number)
            return self.code(number, range(number, end), end, "pycon")
        if is_simple(line) or is_grid(line):
            rows_of = simple_rows if is_simple(line) else grid_rows
            return self._table(number, rows_of(self.source, number, self.group()))
        return self._literal(number) if line.rstrip().endswith("::") else number + 1

    def _literal(self, number: int) -> int:
        """Take the block below a line that ends in two colons, if it lies deeper."""
        indent, first = indent_of(self.source.line(number)), self._skip_blank(number + 1)
        if first > self.source.count or indent_of(self.source.line(first)) <= indent:
            return number + 1
        return self.code(first, range(first, end := self._end(number, indent)), end)

    def _directive(self, number: int, match: re.Match[str]) -> int:
        name, end = match[2].lower(), self._end(number, len(match[1]))
        first = number + 1
        while first < end and _OPTION.match(self.source.line(first)):
            first += 1
        if name in _CODES:
            lines = range(self._skip_blank(first), end)
            return self.code(number, lines, end, (match[3] or "").strip())
        if name in _TITLED and match[3]:
            self.title(number, *match.span(3))
        if rows_of := _ROWS.get(name):
            self.nodes += rows_of(self.source, first, end, self.group())
        elif name in _TEXTS:
            end = first
        return self.blank(number, end)

    def _table(self, number: int, found: tuple[list[Node], int]) -> int:
        rows, end = found
        self.nodes += rows
        return self.blank(number, end) if rows else max(end, number + 1)

    def _end(self, number: int, indent: int) -> int:
        """Return the line after the block that lies deeper than a line."""
        end = number + 1
        for line in range(number + 1, self.source.count + 1):
            text = self.source.line(line)
            if text.strip():
                if indent_of(text) <= indent:
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

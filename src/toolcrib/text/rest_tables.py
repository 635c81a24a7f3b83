"""Tables of reStructuredText: simple ones, grids, and lists of lists."""

import re
from collections.abc import Sequence
from itertools import pairwise

from toolcrib.text.inline import styled
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source
from toolcrib.text.styled import Styled

_SIMPLE = re.compile(r"[ \t]*={2,}(?:[ \t]+={2,})+[ \t]*$")
_GRID = re.compile(r"[ \t]*\+(?:[-=]{3,}\+)+[ \t]*$")
_ROW = re.compile(r"([ \t]*)\*[ \t]+-(?:[ \t]+|$)")
_CELL = re.compile(r"[ \t]*-(?:[ \t]+|$)")
# A value of a line of CSV, in quotes or without.
_VALUE = re.compile(r'(?:(?<=,)|(?<!.))[ \t]*(?:"((?:[^"]|"")*)"|([^,"]*))[ \t]*(?=,|$)')
_MOST = 2_000

Spans = list[tuple[int, int]]


def is_simple(line: str) -> bool:
    """Return whether a line is the ruler of a simple table."""
    return _SIMPLE.match(line) is not None


def is_grid(line: str) -> bool:
    """Return whether a line is the ruler of a grid."""
    return _GRID.match(line) is not None


def simple_rows(source: Source, number: int, group: int) -> tuple[list[Node], int]:
    """Return the rows of a simple table that begins at a line, and the line after it.

    A row whose first cell is empty goes on with the one above it.
    """
    rulers = _rulers(source, number)
    if not rulers:
        return [], max([number, *rulers]) + 1
    columns = [match.span() for match in re.finditer("=+", source.line(number))]
    bounds = [start for start, _ in columns]
    header = rulers[0] if len(rulers) > 1 else number
    end = rulers[-1]
    rows: list[tuple[int, list[Spans]]] = []
    for line in range(number + 1, end):
        text = source.line(line)
        if not text.strip() or is_simple(text) or not text.strip(" -"):
            continue
        cells = _cut(source, line, bounds)
        if rows and not text[bounds[0] : columns[0][1]].strip():
            for cell, more in zip(rows[-1][1], cells, strict=True):
                cell.extend(more)
        else:
            rows.append((line, [[*cell] for cell in cells]))
    return [_row(source, line, cells, group, header=line < header) for line, cells in rows], end + 1


def _rulers(source: Source, number: int) -> list[int]:
    """Return the lines below a ruler that are rulers of the same table."""
    found: list[int] = []
    for line in range(number + 1, min(source.count, number + _MOST) + 1):
        text = source.line(line)
        if is_simple(text):
            found.append(line)
            # The table is over where nothing follows its second or third ruler.
            following = source.line(line + 1) if line < source.count else ""
            if not following.strip():
                return found
    return found


def _cut(source: Source, line: int, bounds: Sequence[int]) -> list[Spans]:
    """Return where the cells of a line lie; the last one reaches to its end."""
    start, end = source.span(line)
    edges = [*(min(start + bound, end) for bound in bounds), end]
    return [_stripped(source, a, b) for a, b in pairwise(edges)]


def _stripped(source: Source, start: int, end: int) -> Spans:
    text = source.text[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return [(start + left, start + right)] if left < right else []


def grid_rows(source: Source, number: int, group: int) -> tuple[list[Node], int]:
    """Return the rows of a grid that begins at a line, and the line after it."""
    edges = [match.start() for match in re.finditer(r"\+", source.line(number))]
    rows: list[Node] = []
    cells: list[Spans] = [[] for _ in edges[1:]]
    first = line = number + 1
    while line <= source.count and source.line(line).lstrip()[:1] in ("+", "|"):
        text = source.line(line)
        if is_grid(text):
            if any(cells):
                rows.append(_row(source, first, cells, group, header=False))
            if "=" in text:
                rows = [_header(row) for row in rows]
            cells, first = [[] for _ in edges[1:]], line + 1
        else:
            start, end = source.span(line)
            for cell, (a, b) in zip(cells, pairwise(edges), strict=True):
                cell.extend(_stripped(source, min(start + a + 1, end), min(start + b, end)))
        line += 1
    return rows, line


def _header(row: Node) -> Node:
    return Node(kind=row.kind, line=row.line, group=row.group, cells=row.cells, header=True)


def list_rows(source: Source, number: int, end: int, group: int) -> list[Node]:
    """Return the rows of a `list-table`: a list of lists of cells, from a line up to another."""
    rows: list[tuple[int, list[Spans]]] = []
    for line in range(number, end):
        text = source.line(line)
        start, stop = source.span(line)
        if match := _ROW.match(text):
            rows.append((line, [_stripped(source, start + match.end(), stop)]))
        elif rows and (match := _CELL.match(text)):
            rows[-1][1].append(_stripped(source, start + match.end(), stop))
        elif rows and text.strip():
            rows[-1][1][-1] += _stripped(source, start, stop)
    headers = _header_rows(source, number)
    return [
        _row(source, line, cells, group, header=place < headers)
        for place, (line, cells) in enumerate(rows)
    ]


def csv_rows(source: Source, number: int, end: int, group: int) -> list[Node]:
    """Return the rows of a `csv-table`: one a line, with commas between cells."""
    headers = _header_rows(source, number)
    lines = [line for line in range(number, end) if source.line(line).strip()]
    rows = []
    for place, line in enumerate(lines):
        start, text = source.starts[line - 1], source.line(line)
        spans = (match.span(1 if match[1] is not None else 2) for match in _VALUE.finditer(text))
        cells = [_stripped(source, start + a, start + b) for a, b in spans]
        rows.append(_row(source, line, cells, group, header=place < headers))
    return rows


def _header_rows(source: Source, number: int) -> int:
    """Return what the option `header-rows` says; it stands right above."""
    for line in range(number - 1, max(number - 8, 0), -1):
        if match := re.match(r"\s*:header-rows:\s*(\d{1,2})", source.line(line)):
            return int(match[1])
    return 0


def _row(source: Source, line: int, cells: Sequence[Spans], group: int, *, header: bool) -> Node:
    texts = tuple(styled(source.text, cell) if cell else Styled(text="") for cell in cells)
    return Node(kind=Kind.ROW, line=line, group=group, cells=texts, header=header)

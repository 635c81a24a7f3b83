"""Rows of a file of values with separators between them, by RFC 4180, with any common separator."""

import re
from collections import Counter

from toolcrib.text.inline import styled
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_SEPARATORS = ",;\t|"
_SAMPLE, _MOST_CELLS, _LONGEST_QUOTED = 20, 40, 2000


def csv_nodes(source: Source) -> tuple[Node, ...]:
    """Return the rows of a file of values; the first one has the names of the columns.

    A value in quotes may go over lines, though not over many characters: a quote may be alone.
    """
    lines = [number for number in range(1, source.count + 1) if source.line(number).strip()]
    mark = re.escape(_separator([source.line(number) for number in lines[:_SAMPLE]]))
    value = re.compile(
        rf'(?:"((?:[^"]|""){{0,{_LONGEST_QUOTED}}})"[ \t]*(?=[{mark}\r\n]|\Z)|([^{mark}\r\n]*))'
        rf"([{mark}]?)"
    )
    rows: list[Node] = []
    end = -1
    for number in lines:
        if source.starts[number - 1] >= end:
            row, end = _row(source, number, value, header=not rows)
            rows.append(row)
    return tuple(rows)


def _separator(lines: list[str]) -> str:
    """Return the mark that most lines have equally often."""
    common = {
        mark: Counter(line.count(mark) for line in lines if mark in line).most_common(1)
        for mark in _SEPARATORS
    }
    return max(_SEPARATORS, key=lambda mark: common[mark][0][1] if common[mark] else 0)


def _row(source: Source, number: int, value: re.Pattern[str], *, header: bool) -> tuple[Node, int]:
    """Return a row and where it ends."""
    position = source.starts[number - 1]
    spans: list[tuple[int, int]] = []
    goes_on = True
    while goes_on and len(spans) < _MOST_CELLS:
        match = value.match(source.text, position)
        if match is None:
            break
        spans.append(match.span(1 if match[1] is not None else 2))
        position = match.end()
        goes_on = bool(match[3]) and source.text[position : position + 1].strip("\r\n") != ""
    cells = tuple(styled(source.text, _lines(source, *span)).stripped() for span in spans)
    return Node(kind=Kind.ROW, line=number, group=1, cells=cells, header=header), position


def _lines(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """Return a stretch as one span a line."""
    first, last = source.place(start)[0], source.place(end)[0]
    spans = [source.span(number) for number in range(first, last + 1)]
    return [(max(start, a), min(end, b)) for a, b in spans]

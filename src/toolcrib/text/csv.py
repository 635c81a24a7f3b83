"""Rows of a file of values with separators between them, by RFC 4180, with any common separator."""

import re
from collections import Counter

from toolcrib.text.inline import styled
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_SEPARATORS = ",;\t|"
_SAMPLE, _MOST_CELLS = 20, 40


def csv_nodes(source: Source) -> tuple[Node, ...]:
    """Return the rows of a file of values; the first one has the names of the columns."""
    lines = [number for number in range(1, source.count + 1) if source.line(number).strip()]
    mark = _separator([source.line(number) for number in lines[:_SAMPLE]])
    value = re.compile(
        rf'(?:"((?:[^"]|"")*)"|([^{re.escape(mark)}"]*))[ \t]*(?:{re.escape(mark)}|$)'
    )
    return tuple(_row(source, number, value, header=number == lines[0]) for number in lines)


def _separator(lines: list[str]) -> str:
    """Return the mark that most lines have equally often."""
    common = {
        mark: Counter(line.count(mark) for line in lines if mark in line).most_common(1)
        for mark in _SEPARATORS
    }
    return max(_SEPARATORS, key=lambda mark: common[mark][0][1] if common[mark] else 0)


def _row(source: Source, number: int, value: re.Pattern[str], *, header: bool) -> Node:
    start, line = source.starts[number - 1], source.line(number)
    spans: list[tuple[int, int]] = []
    position = 0
    while position <= len(line) and len(spans) < _MOST_CELLS:
        match = value.match(line, position)
        if match is None:
            break
        spans.append(match.span(1 if match[1] is not None else 2))
        position = match.end()
        if match.end() == len(line):
            break
    spans = spans or [(0, len(line))]
    cells = tuple(styled(source.text, [(start + a, start + b)]).stripped() for a, b in spans)
    return Node(kind=Kind.ROW, line=number, group=1, cells=cells, header=header)

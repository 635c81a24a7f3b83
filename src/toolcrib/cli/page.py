"""Shapes of text that the browsing commands share: paragraphs, programs and aligned lines."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from toolcrib.cli.output import echo, echo_code

_WIDEST = 100
"""A line of prose that is longer than this is hard to follow."""

_NARROWEST = 24
"""Prose in columns narrower than this is no pleasure."""


def width() -> int:
    """Return the width of the terminal, or 80 where nobody looks."""
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST)
    except (OSError, ValueError):
        return 80


def heading(text: str) -> None:
    """Print a heading, wrapped."""
    for line in textwrap.wrap(text, width()):
        echo(line, bold=True)


def paragraph(text: str, indent: int = 0, label: str = "") -> None:
    """Print prose, wrapped; further lines stand below the first one's text."""
    start = " " * indent + label
    room = max(width(), 40)
    for line in textwrap.wrap(
        text, room, initial_indent=start, subsequent_indent=" " * len(start)
    ) or [start.rstrip()]:
        echo(line)


def fields(pairs: Iterable[tuple[str, str]], indent: int = 0) -> None:
    """Print labels and texts, the texts below one another; pairs without text are left out."""
    shown = [(label, text) for label, text in pairs if text]
    broadest = max((len(label) for label, _ in shown), default=0)
    for label, text in shown:
        paragraph(text, indent, f"{label:{broadest}}  ")


def program(code: str, indent: int = 4, most: int = 0) -> None:
    """Print a program without its header of metadata; `most` bounds its lines, where it is set."""
    text = _bare(code)
    lines = text.split("\n")
    if most and len(lines) > most:
        text = "\n".join(lines[: most - 1]).rstrip() + "\n…"
    echo(textwrap.indent(text, " " * indent))


def coloured_program(code: str, indent: int = 4) -> None:
    """Print a program in Python without its header of metadata, in colour on a terminal."""
    echo_code(_bare(code), " " * indent)


def first_lines(code: str, count: int, indent: int = 4) -> None:
    """Print the beginning of a program, without its docstring and blank lines."""
    body = _bare(code)
    for quotes in ('"""', "'''"):
        if body.startswith(quotes):
            body = body[len(quotes) :].partition(quotes)[2]
    telling = [line for line in body.splitlines() if line.strip()]
    room = width() - indent
    for line in telling[:count]:
        echo(" " * indent + (line if len(line) <= room else line[: room - 1] + "…"))
    if len(telling) > count:
        echo(" " * indent + "…")


def _bare(code: str) -> str:
    from toolcrib.model.task import without_header

    return without_header(code)


def lines(rows: Sequence[Sequence[str]], indent: int = 2) -> None:
    """Print rows in columns; where they do not fit, the first column takes a line of its own."""
    if not rows:
        return
    broadest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    fits = indent + sum(broadest) + 2 * (len(broadest) - 1) <= width()
    for first, *others in rows:
        padded = [f"{cell:{size}}" for cell, size in zip(others, broadest[1:], strict=True)]
        if fits:
            echo((" " * indent + "  ".join([f"{first:{broadest[0]}}", *padded])).rstrip())
        else:
            paragraph(first, indent)
            paragraph("  ".join(cell for cell in others if cell), indent + 4)


def columns(rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Print rows of a label and cells side by side; where that gets too narrow, below one another.

    The first row is the heading; its label is empty.
    """
    label_size = max(len(label) for label, _ in rows)
    count = len(rows[0][1])
    size = (width() - label_size - 2 * count) // count
    if size < _NARROWEST:
        for number in range(count):
            heading(rows[0][1][number])
            fields([(label, cells[number]) for label, cells in rows[1:]], 2)
        return
    for label, cells in rows:
        wrapped = [textwrap.wrap(cell, size) for cell in cells]
        for number, line in enumerate(zip_longest(*wrapped, fillvalue="")):
            start = label if number == 0 else ""
            padded = "  ".join(f"{cell:{size}}" for cell in line)
            echo(f"{start:{label_size}}  {padded}".rstrip(), bold=not label)


def code_lines(code: str) -> int:
    """Return how many lines of a program are neither blank nor of its header."""
    return sum(bool(line.strip()) for line in _bare(code).splitlines())

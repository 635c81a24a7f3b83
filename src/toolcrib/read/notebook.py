"""Jupyter notebooks: their Markdown, and what their code installs (`%pip install x`).

All cells are read as one Markdown document, so that a heading holds for the cells below it and code
is the example of what stands above it. Places are those of the file, by nbformat 3 and 4.
"""

import re
from array import array
from collections.abc import Iterator
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from toolcrib.model.mention import Account, Example, Heading, Mention, Reading, Stray
from toolcrib.read.declared import unreadable
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader
from toolcrib.text.json import Place, characters, strings
from toolcrib.text.requirement import name_span
from toolcrib.text.source import Source

_FENCE = "~" * 12
_PIP = re.compile(r"^[ \t]*[%!]{1,2}[ \t]*(?:\w+ -m )?pip3?[ \t]+install\b([^\n]*)", re.MULTILINE)
_WORD = re.compile(r"(?P<quote>[\"'])(?P<quoted>[^\"']*)(?P=quote)|[^\s\"']+")
# Options of pip install that take the next word.
_TAKING = frozenset(
    {"-r", "-c", "-t", "-i", "-f", "--requirement", "--constraint", "--target", "--index-url"}
)
_ENDING = frozenset({"&&", "||", ";", "|", "#", ">", "2>&1"})

_Moved = TypeVar("_Moved", Stray, Heading)


class _Cell(msgspec.Struct):
    """A cell: its type, and where the strings of its source stand."""

    type: str = ""
    source: list[Place] = msgspec.field(default_factory=list)


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a notebook, at their places in its file."""
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as fault:
        return unreadable(path, f"it is no notebook: {fault}")
    document = _Document(path, text)
    document.fill()
    from toolcrib.text.markdown import markdown_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, document.text)
    reading = read_entries(path, source, markdown_nodes(source), known, unchecked)
    return document.placed(reading)


class _Document:
    """The cells as one Markdown text, and where each of its characters stands in the file."""

    def __init__(self, path: str, file: str) -> None:
        self.path, self.file = path, file
        self.parts: list[str] = []
        self.offsets = array("q")
        self.installs: list[tuple[int, int]] = []

    def fill(self) -> None:
        for cell in _cells(self.file):
            code = cell.type == "code"
            start = len(self.offsets)
            if code:
                self._put(f"{_FENCE}python\n", cell.source[0].start)
            text = self._put_source(cell)
            if code:
                first = start + len(_FENCE) + len("python\n")
                self.installs += [(first + a, first + b) for a, b in _installed(text)]
                self._put(f"\n{_FENCE}", cell.source[-1].end)
            self._put("\n\n", cell.source[-1].end)
        self.text = "".join(self.parts)
        self.source = Source(text=self.text)
        self.raw = Source(text=self.file)

    def _put(self, text: str, offset: int) -> None:
        self.parts.append(text)
        self.offsets.extend([offset] * len(text))

    def _put_source(self, cell: _Cell) -> str:
        chars = []
        for place in cell.source:
            for char, offset in characters(self.file, place):
                chars.append(char)
                self.offsets.append(offset)
        text = "".join(chars)
        self.parts.append(text)
        return text

    def placed(self, reading: Reading) -> Reading:
        """Return what was read of the text with the places of the file."""
        mentions = [self._mention(one) for one in reading.mentions]
        mentions += [self._install(start, end) for start, end in self.installs]
        return Reading(
            mentions=tuple(sorted(mentions, key=lambda one: (one.line, one.column))),
            strays=tuple(self._moved(one) for one in reading.strays),
            headings=tuple(self._moved(one) for one in reading.headings),
            accounts=tuple(self._account(one) for one in reading.accounts),
            unchecked=tuple(replace(one, line=self._line(one.line)) for one in reading.unchecked),
        )

    def _mention(self, mention: Mention) -> Mention:
        start = self.source.starts[mention.line - 1] + mention.column - 1
        line, column, text = self._span(start, start + len(mention.text))
        examples = tuple(self._example(example) for example in mention.examples)
        return replace(mention, line=line, column=column, text=text, examples=examples)

    def _span(self, start: int, end: int) -> tuple[int, int, str]:
        """Return line and column of a stretch in the file, and how it is written there."""
        first, last = self.offsets[start], self.offsets[end - 1]
        return (*self.raw.place(first), self.file[first : last + 1])

    def _install(self, start: int, end: int) -> Mention:
        line, column, text = self._span(start, end)
        return Mention(
            path=self.path,
            line=line,
            column=column,
            text=text,
            written=self.text[start:end],
            form="requirement",
        )

    def _example(self, example: Example) -> Example:
        return replace(example, line=self._line(example.line))

    def _moved(self, one: _Moved) -> _Moved:
        start = self.source.starts[one.line - 1] + one.column - 1
        line, column = self.raw.place(self.offsets[min(start, len(self.offsets) - 1)])
        return replace(one, line=line, column=column)

    def _account(self, one: Account) -> Account:
        return replace(one, line=self._line(one.line), last=self._line(one.last))

    def _line(self, number: int) -> int:
        start = self.source.starts[number - 1]
        return self.raw.place(self.offsets[min(start, len(self.offsets) - 1)])[0]


def _cells(file: str) -> Iterator[_Cell]:
    """Yield the cells that have a source, in their order."""
    cells: dict[tuple[str | int, ...], _Cell] = {}
    for place in strings(file):
        if "cells" not in place.path:
            continue
        depth = place.path.index("cells") + 2
        cell = cells.setdefault(place.path[:depth], _Cell())
        key, *more = place.path[depth:] or ("",)
        if key == "cell_type":
            cell.type = file[place.start : place.end]
        elif key in ("source", "input") and len(more) <= 1:
            cell.source.append(place)
    yield from (
        cell for cell in cells.values() if cell.source and cell.type in ("markdown", "code")
    )


def _installed(code: str) -> Iterator[tuple[int, int]]:
    """Yield where the names stand that the lines of a cell install with pip."""
    for line in _PIP.finditer(code):
        taken = False
        for word in _WORD.finditer(code, *line.span(1)):
            if word[0] in _ENDING:
                break
            skip, taken = taken, word[0] in _TAKING
            group = "quoted" if word["quoted"] else 0
            span = None if skip or "/" in word[0] else name_span(word[group])
            if span:
                yield word.start(group) + span[0], word.start(group) + span[1]


READER = Reader(name="notebook", read=read, suffixes=(".ipynb",))

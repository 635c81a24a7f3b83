"""Text without its markup, where each character knows its place in the source and its style."""

from bisect import bisect_left, bisect_right
from enum import IntFlag
from functools import cached_property
from itertools import accumulate

from toolcrib.model.value import Value


class Style(IntFlag):
    """How a character is set."""

    PLAIN = 0
    CODE = 1
    BOLD = 2
    ITALIC = 4
    LINK = 8


BY_TAG = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "code": Style.CODE,
    "tt": Style.CODE,
    "kbd": Style.CODE,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
}
"""How HTML sets what stands in its elements."""


_FEW = 8
"""Links that are looked through faster than they are put in order."""


class Link(Value, frozen=True, kw_only=True):
    """A stretch of the visible text that leads somewhere."""

    start: int
    end: int
    url: str


class Styled(Value, frozen=True, kw_only=True, dict=True):
    """Visible text; `starts` and `ends` are the source offsets of each of its characters."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    styles: bytes = b""
    links: tuple[Link, ...] = ()

    def part(self, start: int, end: int) -> "Styled":
        """Return a stretch of it."""
        end = max(start, end)
        if start == 0 and end >= len(self.text):
            return self
        return Styled(
            text=self.text[start:end],
            starts=self.starts[start:end],
            ends=self.ends[start:end],
            styles=self.styles[start:end],
            links=self._links_in(start, end) if self.links else (),
        )

    def _links_in(self, start: int, end: int) -> tuple[Link, ...]:
        return tuple(
            Link(start=max(link.start - start, 0), end=min(link.end, end) - start, url=link.url)
            for link in self._links_near(start, end)
            if link.end > start and link.start < end
        )

    def _links_near(self, start: int, end: int) -> tuple[Link, ...]:
        """Return the links among which those of a stretch are; of few, all."""
        if len(self.links) <= _FEW:
            return self.links
        starts, ends = self._link_edges
        return self.links[bisect_right(ends, start) : bisect_left(starts, end)]

    @cached_property
    def _link_edges(self) -> tuple[list[int], list[int]]:
        """Where links start, and the last end so far: both in order, for a search by halves."""
        return [link.start for link in self.links], [
            *accumulate((link.end for link in self.links), max)
        ]

    def stripped(self, characters: str | None = None) -> "Styled":
        """Return it without white space, or these characters, at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        end = len(self.text.rstrip(characters))
        return self.part(start, max(start, end))

    def lines(self) -> "tuple[Styled, ...]":
        """Return its lines."""
        return self._lines

    @cached_property
    def _lines(self) -> "tuple[Styled, ...]":
        parts, start = [], 0
        for line in self.text.split("\n"):
            parts.append(self.part(start, start + len(line)))
            start += len(line) + 1
        return tuple(parts)

    def stretches(self, style: Style) -> tuple[tuple[int, int], ...]:
        """Return where the text has a style, each longest stretch of it."""
        found: list[tuple[int, int]] = []
        # As a plain number: an enum's own operators would cost more than all the rest.
        wanted = int(style)
        for position, value in enumerate(self.styles):
            if not value & wanted:
                continue
            if found and found[-1][1] == position and not self._breaks(style, position):
                found[-1] = (found[-1][0], position + 1)
            else:
                found.append((position, position + 1))
        return tuple(found)

    def _breaks(self, style: Style, position: int) -> bool:
        """Two links, or two code spans, that touch are two."""
        if style is Style.LINK:
            return position in self._link_starts
        # Two spans without a character between them are apart in the source by their marks.
        return style is Style.CODE and self.starts[position] - self.ends[position - 1] > 1

    @cached_property
    def _link_starts(self) -> frozenset[int]:
        return frozenset(link.start for link in self.links)

    def url(self, start: int, end: int) -> str:
        """Return where a stretch leads, if anywhere."""
        near = self._links_near(start, end)
        return next((link.url for link in near if link.end > start and link.start < end), "")

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.text.strip())

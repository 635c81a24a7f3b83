"""The visible characters of a text as they are collected, each with its place and its style."""

from collections.abc import Sequence

from toolcrib.text.emphasis import Run, set_emphasis
from toolcrib.text.styled import Link, Styled


class Characters:
    """Characters, links and runs of emphasis of one text; it only grows."""

    def __init__(self, offsets: Sequence[int]) -> None:
        """Begin with nothing; `offsets` are the source offsets of the raw text's characters."""
        self._offsets = offsets
        self._chars: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._styles: list[int] = []
        self._links: list[Link] = []
        self._runs: list[Run] = []

    def __len__(self) -> int:
        """How many characters there are."""
        return len(self._chars)

    def put(self, visible: str, start: int, end: int, style: int) -> None:
        """Take visible characters that stand for a stretch of the raw text."""
        first, last, size = self._offsets[start], self._offsets[end - 1] + 1, len(visible)
        self._chars.extend(visible)
        self._styles.extend([style] * size)
        if size == end - start:
            self._starts.extend(range(first, first + size))
            self._ends.extend(range(first + 1, first + size + 1))
        else:
            self._starts.extend([first] * size)
            self._ends.extend([last] * size)

    def link(self, first: int, url: str) -> None:
        """Make a link of all characters from one on."""
        self._links.append(Link(start=first, end=len(self._chars), url=url))

    def run(self, marks: str, *, opens: bool, closes: bool) -> None:
        """Say that the marks that come next may open and close emphasis."""
        self._runs.append(Run(len(self._chars), marks, opens, closes))

    def styled(self) -> Styled:
        """Return the text without the marks of its emphasis."""
        set_emphasis(self._runs, self._chars, self._styles)
        if not all(self._chars):
            return self._without_marks()
        return Styled(
            text="".join(self._chars),
            starts=tuple(self._starts),
            ends=tuple(self._ends),
            styles=bytes(self._styles),
            links=tuple(link for link in self._links if link.start < link.end),
        )

    def _without_marks(self) -> Styled:
        kept = [index for index, char in enumerate(self._chars) if char]
        position = {index: number for number, index in enumerate(kept)}
        # Where each character is in what is kept, or the next one that is.
        moved = [position.get(index, len(kept)) for index in range(len(self._chars) + 1)]
        for index in reversed(range(len(self._chars))):
            moved[index] = position.get(index, moved[index + 1])
        return Styled(
            text="".join(self._chars[index] for index in kept),
            starts=tuple(self._starts[index] for index in kept),
            ends=tuple(self._ends[index] for index in kept),
            styles=bytes(self._styles[index] for index in kept),
            links=tuple(
                Link(start=moved[link.start], end=moved[link.end], url=link.url)
                for link in self._links
                if moved[link.start] < moved[link.end]
            ),
        )

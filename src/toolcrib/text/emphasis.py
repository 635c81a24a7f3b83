"""Which runs of `*` and `_` set text in bold or italic, by CommonMark 0.31, section 6.2."""

from collections.abc import Sequence
from typing import NamedTuple

from toolcrib.text.styled import Style


class Run(NamedTuple):
    """A run of one mark: where it stands among the characters, and whether it opens and closes."""

    at: int
    marks: str
    opens: bool
    closes: bool


def set_emphasis(runs: Sequence[Run], chars: list[str], styles: list[int]) -> None:
    """Set what stands between runs that belong together; their marks become empty strings."""
    waiting: dict[str, list[tuple[int, int, bool]]] = {"*": [], "_": []}
    found: list[tuple[int, int, int]] = []
    for at, marks, opens, closes in runs:
        openers, rest, used = waiting[marks[0]], len(marks), 0
        while closes and rest and openers:
            opened, size, both = openers[-1]
            # Rule 9: `**a*b*c**` holds an emphasised b.
            if (both or opens) and (size + rest) % 3 == 0 and size % 3:
                break
            width = 2 if min(size, rest) > 1 else 1
            found.append((width, opened + size, at + used))
            chars[opened + size - width : opened + size] = [""] * width
            chars[at + used : at + used + width] = [""] * width
            rest, used = rest - width, used + width
            openers.pop()
            if size > width:
                openers.append((opened, size - width, both))
        if opens and rest:
            openers.append((at + used, rest, closes))
    for width, style in ((1, Style.ITALIC), (2, Style.BOLD)):
        _set(int(style), [(start, end) for w, start, end in found if w == width], styles)


def _set(style: int, spans: Sequence[tuple[int, int]], styles: list[int]) -> None:
    """Set a style on spans that may lie in one another, in one pass over the characters."""
    changes = [0] * (len(styles) + 1)
    for start, end in spans:
        changes[start] += 1
        changes[end] -= 1
    depth = 0
    for index in range(len(styles) if spans else 0):
        depth += changes[index]
        if depth:
            styles[index] |= style

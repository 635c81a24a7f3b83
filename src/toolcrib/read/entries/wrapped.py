"""What goes on from an entry of a paragraph in the lines below it: wrapped text, and fields."""

from collections.abc import Collection, Iterator

from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.titles import is_title
from toolcrib.read.entries.zones import numbered, separator
from toolcrib.text.node import Node
from toolcrib.text.source import Source
from toolcrib.text.styled import Styled

# A line that was broken for its length has at least so many characters.
_BROKEN = 45
_ENDS = (".", "!", "?", "。", ":", "：", ";")


def further_lines(
    one: Taken, node: Node, lines: Collection[int], source: Source
) -> Iterator[Styled]:
    """Yield the lines that go on with an entry: they lie deeper, or in the middle of a sentence.

    Args:
        one: The entry, a line of a paragraph.
        node: The paragraph.
        lines: The lines of all entries.
        source: The text, for the indents.
    """
    # A tag within a line breaks it, too, and then there are more lines to see than in the source.
    if one.slot.line >= source.count:
        return
    own = _indent(source.line(one.slot.line))
    above = source.line(one.slot.line).rstrip()
    first = one.slot.line - node.line + 1
    for number, part in enumerate(node.text.lines()[first:], one.slot.line + 1):
        if number > source.count or number in lines or not part or numbered(part):
            return
        line = source.line(number).rstrip()
        deeper = _indent(line) > own
        if not deeper and (is_title(part, alone=False) or not _goes_on(above, part)):
            return
        yield part
        above = line


def _goes_on(above: str, part: Styled) -> bool:
    """Whether a line is in the middle of a sentence that the line above it begins."""
    begun = len(above) >= _BROKEN and not above.endswith(_ENDS)
    return begun and part.text.lstrip()[:1].islower() and separator(part) is None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())

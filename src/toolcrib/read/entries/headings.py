"""The headings of a document as values."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from toolcrib.model.mention import Heading
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_RULER = re.compile(r"\s*([=~^\"'+*#`.:_-])\1*\s*")


def headings(nodes: Sequence[Node], source: Source) -> Iterator[Heading]:
    """Yield the headings of a document in its order."""
    found = [node for node in nodes if node.kind is Kind.HEADING]
    for node, following in zip_longest(found, found[1:]):
        last = following.line if following else source.count + 1
        owns = following is not None and following.level > node.level
        yield Heading(
            line=node.line,
            column=source.place(node.text.starts[0])[1] if node.text.starts else 1,
            level=node.level,
            text=" ".join(node.text.text.split()),
            filled=owns or _is_filled(source, node.line + 1, last),
        )


def _is_filled(source: Source, first: int, last: int) -> bool:
    """Whether any line up to another is more than white space or a ruler."""
    lines = (source.line(number) for number in range(first, last))
    return any(line.strip() and not _RULER.fullmatch(line) for line in lines)

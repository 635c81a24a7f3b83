"""Places of a document where an entry may stand, in runs of siblings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from toolcrib.model.value import Value
from toolcrib.read.entries.names import installs
from toolcrib.read.entries.zones import body, head_and_tail, numbered, separator
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Styled

# What is no text of its own: directives of reStructuredText, and what defines the line above.
_DIRECTIVE = (".. ", ": ", "~ ")


# A word and a number, as in "Week 3" and "第3周", and how often it takes to count.
_COUNTER = re.compile(
    r"(?P<word>[^\W\d][^\d]{0,20}(?:\s|(?<=[^\x00-\x7f])))\d{1,3}[^\d\s]{0,4}"
    r"|\d{1,3}(?P<unit>[^\d\s\x00-\x7f]{1,4})"
)
_COUNTED = 3


class Slot(Value, frozen=True, kw_only=True, dict=True):
    """A place for an entry: an item, a heading, a line of a paragraph, or a row of a table.

    `run` tells siblings: the slots of one list, table or paragraph, the headings of one level.
    `pool` tells runs of one form, which are read in one way. `node` is the index of the block.
    `leads` says of a line that its paragraph begins with it, `section` counts the headings above.
    """

    node: int
    line: int
    run: tuple[str, int]
    pool: tuple[str, int, bool]
    cells: tuple[Styled, ...]
    header: bool = False
    leads: bool = False
    section: int = 0

    @property
    def text(self) -> Styled:
        """The text of a slot that is no row."""
        return self.cells[0]

    @cached_property
    def halves(self) -> tuple[Styled, Styled]:
        """What stands before and behind the separator of the text."""
        return head_and_tail(self.text)

    @cached_property
    def installed(self) -> frozenset[str]:
        """What is installed with pip in its texts, as normalised names."""
        return installs(self.cells)


def slots_of(nodes: Sequence[Node]) -> tuple[Slot, ...]:
    """Return the places of a document in its order."""
    headers = {node.group: node.cells for node in reversed(nodes) if node.header}
    widths = {group: _period([cell.text for cell in cells]) for group, cells in headers.items()}
    slots, section = list[Slot](), 0
    for index, node in enumerate(nodes):
        section += node.kind is Kind.HEADING
        found = _slots(index, node, widths.get(node.group, 0))
        slots += [replace(slot, section=section) for slot in found]
    return tuple(_without_counters(slots))


def _without_counters(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Yield slots without a label that counts them: "Week 1: os, sys - the system"."""
    labels = [_counter(slot) for slot in slots]
    counts = Counter(filter(None, labels))
    for slot, label in zip(slots, labels, strict=True):
        if label and counts[label] >= _COUNTED:
            yield replace(slot, cells=(slot.halves[1],))
        else:
            yield slot


def _counter(slot: Slot) -> str:
    """Return what stands before the separator, if it is a word and a number, without that."""
    if slot.run[0] not in ("item", "line"):
        return ""
    match = _COUNTER.fullmatch(slot.halves[0].text.strip()) if slot.halves[1] else None
    return (match["word"] or match["unit"]).casefold() if match else ""


def _period(titles: Sequence[str]) -> int:
    """Return how many columns there are until their titles come again; 0 where they do not."""
    size = len(titles)
    periods = (n for n in range(2, size // 2 + 1) if size % n == 0)
    again = (n for n in periods if all(titles[i] == titles[i % n] for i in range(size)))
    return next((n for n in again if any(titles)), 0)


def _slots(index: int, node: Node, width: int) -> Iterator[Slot]:
    if node.kind is Kind.ITEM and node.cells:
        yield from _in_item(index, node)
    elif node.kind is Kind.HEADING and node.cells:
        yield Slot(
            node=index,
            line=node.line,
            run=("heading", node.level),
            pool=("heading", node.level, False),
            cells=(body(node.text),),
        )
    elif node.kind is Kind.PARAGRAPH and node.parent < 0:
        for number, line in enumerate(node.text.lines()):
            if not line.text.startswith(_DIRECTIVE):
                run = ("line", node.group)
                yield _line(index, node.line + number, run, line, leads=not number)
    elif node.kind is Kind.ROW:
        # A table may be set in two halves, side by side.
        size = width or max(len(node.cells), 1)
        kind = "record" if node.labelled else "row"
        for start in range(0, max(len(node.cells), 1), size):
            yield Slot(
                node=index,
                line=node.line,
                run=(kind, node.group),
                pool=(kind, node.group, False),
                cells=node.cells[start : start + size],
                header=node.header,
            )


def _in_item(index: int, node: Node) -> Iterator[Slot]:
    """Yield an item, and the lines of it that are entries of their own."""
    first = body(node.text.lines()[0]) or body(node.text)
    yield Slot(
        node=index,
        line=node.line,
        run=("item", node.group),
        pool=("item", node.level, node.ordered),
        cells=(body(node.text) if _goes_on(node.text) else first,),
    )
    lines = node.text.lines()[1:]
    listed = bool(lines) and all(separator(line) for line in lines)
    for number, line in enumerate(lines, node.line + 1):
        # "1.1 os" below "1. Files" goes on with the item, says Markdown; so does "os: paths".
        if listed or numbered(line):
            yield _line(index, number, ("line", node.group), line)


def _line(
    index: int, line: int, run: tuple[str, int], text: Styled, *, leads: bool = False
) -> Slot:
    pool, cells = ("line", 0, False), (body(text),)
    return Slot(node=index, line=line, run=run, pool=pool, cells=cells, leads=leads)


def _goes_on(text: Styled) -> bool:
    """Whether the names go on in the next line: a wrapped link, or a comma at the line's end."""
    end = text.text.find("\n")
    if end < 0:
        return False
    wrapped = any(link.start <= end < link.end for link in text.links)
    return wrapped or text.text[:end].rstrip().endswith(("/", ",", "&", "+"))

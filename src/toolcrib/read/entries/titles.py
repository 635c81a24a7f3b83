"""Which lines name what follows, and under which of them each entry stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from toolcrib.model.value import Value
from toolcrib.read.entries.settle import ancestors
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.zones import body, numbered, separator
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Style, Styled

_TITLE_WORDS, _TITLE_LENGTH = 8, 70
_BELOW_ALL = 7
# Behind a word, not behind a number or the letter of an abbreviation.
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?]\s|[。！？]")
_ROMAN = tuple("IVX")
_SENTENCE_ENDS = (".", "。", "!", "?", ";", ",")


class Title(Value, frozen=True, kw_only=True):
    """A line that names what follows; headings have their level, other titles are below all."""

    line: int
    level: int
    text: Styled


def titles(taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[Title]:
    """Yield all titles of a document that are no entries."""
    lines = {one.slot.line for one in taken}
    entries = {one.slot.node for one in taken}
    for index, (node, following) in enumerate(zip_longest(nodes, nodes[1:])):
        if node.kind is Kind.HEADING and index not in entries:
            yield Title(line=node.line, level=node.level, text=node.text)
        for number, part in _numbered_lines(node):
            if number not in lines and _is_short(part.text.strip()) and not separator(body(part)):
                yield Title(line=number, level=_BELOW_ALL, text=part)
        if node.kind is Kind.PARAGRAPH and node.parent < 0:
            parts = node.text.lines()
            for number, part in enumerate(parts, node.line):
                below = range(number + 1, node.line + len(parts))
                first = number == node.line or _begins_with_number(part)
                leads = first and number + 1 in lines and _heads_lines(part)
                leads = leads or (number == node.line and _heads_all(part, below, lines))
                titled = leads or is_title(part, alone=len(parts) == 1)
                last = number == node.line + len(parts) - 1
                code = last and following is not None and following.kind is Kind.CODE
                if number not in lines and titled and not (code and _ends_in_colon(part)):
                    yield Title(line=number, level=_BELOW_ALL, text=part)


def _heads_all(line: Styled, below: range, lines: set[int]) -> bool:
    """Whether a few words with a colon stand above entries alone: "First: the data"."""
    text = line.text.strip()
    alone = len(below) > 1 and all(number in lines for number in below)
    return alone and _is_short(text) and not text.endswith(_SENTENCE_ENDS) and _is_field(line)


def _numbered_lines(node: Node) -> Iterator[tuple[int, Styled]]:
    """Yield the lines of an item that have a number of their own: "1.1 Clients" below "1. Web"."""
    if node.kind is Kind.ITEM:
        lines = enumerate(node.text.lines()[1:], node.line + 1)
        yield from ((number, line) for number, line in lines if _begins_with_number(line))


def _begins_with_number(line: Styled) -> bool:
    first = line.text.lstrip()[:1]
    return (first.isdigit() or first in _ROMAN) and numbered(line)


def is_title(line: Styled, *, alone: bool) -> bool:
    """Whether a line of a paragraph is a heading in all but its markup."""
    text = line.text.strip()
    bold = bool(text) and all(style & Style.BOLD for style in line.stripped().styles)
    lone = alone and not text.endswith((".", "。")) and not _is_field(line)
    introduces = _ends_in_colon(line) and _SENTENCE_END.search(text) is None
    return _is_short(text) and (introduces or bold or (lone and not _ends_in_colon(line)))


def _ends_in_colon(line: Styled) -> bool:
    return line.text.rstrip().endswith((":", "："))


def _is_field(line: Styled) -> bool:
    """Whether a line is a label with what it labels: "Language: Python"."""
    found = separator(line)
    return found is not None and line.text[slice(*found)].strip() in (":", "：")


def _heads_lines(line: Styled) -> bool:
    """Whether a line right above those of a list is its heading: a few words, no sentence."""
    text = line.text.strip()
    return _is_short(text) and separator(body(line)) is None and not text.endswith(_SENTENCE_ENDS)


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS


def categories(taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[str]:
    """Yield the category of each entry: the item it lies under, or the nearest title above it."""
    upcoming_titles = titles(taken, nodes)
    upcoming = next(upcoming_titles, None)
    blocks = {one.slot.node for one in taken}
    labels = group_labels(taken)
    open_: list[Title] = []
    for one in taken:
        while upcoming and _is_above(upcoming, one):
            open_ = [title for title in open_ if title.level < upcoming.level] + [upcoming]
            upcoming = next(upcoming_titles, None)
        node = nodes[one.slot.node]
        level = node.level if node.kind is Kind.HEADING else _BELOW_ALL + 1
        own = labels.get(one.slot.line)
        latest = open_[-1].line if open_ and open_[-1].level == _BELOW_ALL else 0
        groups = iter([own]) if own else _groups(one, nodes, blocks, latest)
        above = (title.text.text for title in reversed(open_) if title.level < level)
        yield cleaned(next(groups, None) or next(above, ""))


def _is_above(title: Title, one: Taken) -> bool:
    """Whether a title stands above an entry, or before it: data may be kept on one line."""
    if title.line != one.slot.line or title.level == _BELOW_ALL:
        return title.line < one.slot.line
    return title.text.starts[:1] < one.names[0].text.starts[:1]


def group_labels(taken: Sequence[Taken]) -> dict[int, str]:
    """Return the labels of items and lines that hold a group each: "Web: FastAPI, Pydantic".

    A label that comes again is a role that modules have under any heading: "Third-party: …".
    """
    labels = {one.slot.line: (one, label) for one in taken if (label := _label(one))}
    counts = Counter(label.casefold() for _, label in labels.values())
    groups = Counter(one.slot.run for one, _ in labels.values() if len(one.names) > 1)
    # A line by itself is a field of what its heading names: "Libraries: os, sys".
    grouping = {run for run, size in groups.items() if run[0] == "item" or size > 1}
    return {
        line: label
        for line, (one, label) in labels.items()
        if one.slot.run in grouping and counts[label.casefold()] == 1
    }


def _label(one: Taken) -> str:
    """Return what stands before the colon of an item whose names all stand behind it."""
    labelled = one.slot.run[0] in ("item", "line")
    head, tail = one.slot.halves if labelled else (one.slot.cells[0],) * 2
    places = [start for name in one.names for start in name.text.starts[:1]]
    behind = head is not tail and tail.starts and min(places, default=-1) >= tail.starts[0]
    return head.text.strip() if behind and _is_field(one.slot.text) else ""


def _groups(one: Taken, nodes: Sequence[Node], blocks: set[int], latest: int) -> Iterator[str]:
    """Yield what heads the items that an entry lies in, the nearest first; no title is nearer."""
    node = nodes[one.slot.node]
    if one.slot.run[0] == "line" and node.kind is Kind.ITEM and node.line >= latest:
        yield node.text.lines()[0].text
    above = (a for a in ancestors(one.slot.node, nodes) if a not in blocks)
    yield from (nodes[a].text.text for a in above if nodes[a].line >= latest)


def cleaned(title: str) -> str:
    """Return a title without what only frames it."""
    return " ".join(title.split()).strip("-=~ ").rstrip(":： ")


def strays(taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[tuple[int, Styled]]:
    """Yield lines among those of a list that are no entries, no titles and go on from none."""
    lines = {one.slot.line for one in taken if one.slot.run[0] == "line"}
    for index in {one.slot.node: None for one in taken if one.slot.run[0] == "line"}:
        parts = list(enumerate(nodes[index].text.lines(), nodes[index].line))
        listed = [number for number, _ in parts if number in lines]
        if len(listed) * 2 < len(parts):
            continue
        for number, part in parts:
            outside = number in lines or number < listed[0] or is_title(part, alone=False)
            if not outside and separator(body(part)):
                yield number, part.stripped()

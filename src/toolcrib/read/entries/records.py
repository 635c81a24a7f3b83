"""Blocks that say everything by labels, "name: …, category: …", which are rows of a table.

Items and paragraphs are records where one label begins most of them and others come again: the
columns of the table are the labels. So people write YAML and TOML, and cards in plain text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from toolcrib.model.value import Value
from toolcrib.read.entries.zones import separator
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Styled

_MARKS = (":", "：", "=", "::")
_TABLE_NAME = re.compile(r"\[{1,2}[\w.\"' -]+\]{1,2}[ \t]*")
_LABEL_WORDS, _LABEL_LENGTH = 3, 30
_LEAST, _COLUMNS, _MOST_COLUMNS, _SHARE = 2, 2, 12, 0.6
_QUOTES = " \t\"'“”«»,[]"

Field = tuple[str, Styled]


class _Block(Value, frozen=True, kw_only=True):
    """A block that may be a record: which it is, and its fields."""

    index: int
    fields: tuple[Field, ...]


def tabled(nodes: Sequence[Node]) -> list[Node]:
    """Return the blocks of a document with its records as rows."""
    found = list(nodes)
    runs: dict[tuple[str, int, str], list[_Block]] = {}
    sizes: Counter[tuple[str, int]] = Counter()
    for index, node in enumerate(nodes):
        if node.kind not in (Kind.ITEM, Kind.PARAGRAPH) or not node.cells:
            continue
        run = (node.kind, node.group if node.kind is Kind.ITEM else 0)
        sizes[run] += 1
        if fields := tuple(_fields(node)):
            key = (*run, fields[0][0])
            runs.setdefault(key, []).append(_Block(index=index, fields=fields))
    firsts = Counter(label for _, _, label in runs)
    for (kind, group, label), blocks in runs.items():
        columns = _columns(blocks, alone=firsts[label] == 1)
        listed = kind != Kind.ITEM or len(blocks) >= _SHARE * sizes[kind, group]
        if len(blocks) >= _LEAST and len(columns) >= _COLUMNS and listed:
            number = -len(nodes) - blocks[0].index
            for block in blocks:
                found[block.index] = _row(nodes[block.index], block, columns, number)
    return found


def _fields(node: Node) -> Iterator[Field]:
    """Yield labels and values, where all lines have one; a line without goes on with a value."""
    label, start, position = "", 0, 0
    for line in node.text.lines():
        if (named := _labelled(line)) is not None:
            if label:
                yield label, _value(node.text, start, position)
            label, start = named[0], position + named[1]
        elif not label and not _TABLE_NAME.fullmatch(line.text):
            return
        position += len(line.text) + 1
    if label:
        yield label, _value(node.text, start, position)


def _labelled(line: Styled) -> tuple[str, int] | None:
    """Return the label of a line, and where its value begins; None where it has none."""
    found = separator(line)
    if found is None or line.text[slice(*found)].strip() not in _MARKS:
        return None
    label = line.text[: found[0]].strip()
    few = len(label.split()) <= _LABEL_WORDS and len(label) <= _LABEL_LENGTH
    return (label.casefold(), found[1]) if few else None


def _value(text: Styled, start: int, end: int) -> Styled:
    return text.part(start, max(start, end - 1)).stripped(_QUOTES)


def _columns(blocks: Sequence[_Block], *, alone: bool) -> list[str]:
    """Return the labels that come again; those whose values do so, too, are shelves and lead.

    Where there are more such lists, each is a shelf, and what comes again is but a level.
    """
    counts = Counter(label for block in blocks for label in dict(block.fields))
    columns = [label for label, count in counts.items() if count >= _LEAST][:_MOST_COLUMNS]
    return sorted(columns, key=lambda label: not (alone and _comes_again(label, blocks)))


def _comes_again(label: str, blocks: Sequence[_Block]) -> bool:
    values = [value for block in blocks if (value := dict(block.fields).get(label, None))]
    said = Counter(value.text.casefold() for value in values)
    return len(values) == len(blocks) and len(said) < len(values)


def _row(node: Node, block: _Block, columns: Sequence[str], group: int) -> Node:
    values = dict(block.fields)
    others = [value for label, value in block.fields if label not in columns]
    lines = enumerate(node.text.lines(), node.line)
    first = next(number for number, line in lines if _labelled(line))
    cells = [values.get(label, Styled(text="")) for label in columns]
    cells += others
    return replace(node, kind=Kind.ROW, line=first, group=group, labelled=True, cells=tuple(cells))

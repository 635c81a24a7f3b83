"""Labels in front of what is said of a module: which there are, and what stands behind them."""

import re
from collections import Counter
from collections.abc import Sequence

from toolcrib.model.value import Value
from toolcrib.read.entries.shape import LABEL_PAIRS, is_label
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.zones import body, head_and_tail, separator
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Style, Styled

INSTALL = re.compile(
    r"\bpip3?\s+install\s+(?:-U\s+|--upgrade\s+)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)", re.ASCII
)
COLONS = (":", "：")

_PAIR, _WORDS = 2, 3

# A label that is no known word is one when it comes so often.
_OFTEN = 3


class Labels(Value, frozen=True, kw_only=True):
    """The labels of a document in lower case: those of installing, and those that come again."""

    installs: frozenset[str]
    fields: frozenset[str]


def labels_of(taken: Sequence[Taken], nodes: Sequence[Node]) -> Labels:
    """Return the labels of the blocks that are no entries."""
    entries = {one.slot.node for one in taken}
    others = [node for index, node in enumerate(nodes) if index not in entries and node.cells]
    texts = [body(node.text) for node in others if node.kind in (Kind.ITEM, Kind.PARAGRAPH)]
    counts = Counter(filter(None, map(label_of, texts)))
    fields = frozenset(label for label, count in counts.items() if count >= _OFTEN)
    return Labels(installs=_of_installing(nodes), fields=fields)


def common_labels(taken: Sequence[Taken], nodes: Sequence[Node]) -> frozenset[str]:
    """Return the labels with which further lines of items begin, again and again."""
    items = (body(nodes[one.slot.node].text) for one in taken if one.slot.run[0] == "item")
    counts = Counter(label_of(line) for text in items for line in text.lines()[1:])
    return frozenset(label for label, count in counts.items() if label and count > 1)


def label_of(line: Styled) -> str:
    """Return what stands before the colon of a line, if that is a few words."""
    found = separator(line)
    if found is None or line.text[slice(*found)].strip() not in COLONS:
        return ""
    head, tail = line.text[: found[0]].strip(), line.text[found[1] :].strip()
    return head.casefold() if tail and len(head.split()) <= _WORDS else ""


def is_field_label(text: str, mark: str = "") -> bool:
    """Whether a text names a field: a word that does, or two with a colon behind them.

    Without a colon two words are a purpose: "type checking", "package manager".
    """
    alone = len(text.split()) == 1 or text.casefold() in LABEL_PAIRS
    return is_label(text) and (alone or (mark.strip() or text).endswith(COLONS))


def is_field(head: Styled, mark: str) -> bool:
    """Whether a head is the label of a field: a word or two, or set in bold."""
    bold = all(style & Style.BOLD for style in head.styles) if head.text else False
    words = len(head.text.split())
    brief = words == 1 or (words == _PAIR and mark.strip().endswith(COLONS))
    return bold or brief or is_field_label(head.text.strip(), mark)


def _of_installing(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the labels of fields that mostly say how to install: what follows is no use case."""
    every, installs = Counter[str](), Counter[str]()
    texts = [node.text for node in nodes if node.kind in (Kind.ITEM, Kind.PARAGRAPH)]
    if not any(INSTALL.search(text.text) for text in texts):
        return frozenset()
    for text in texts:
        for line in map(body, text.lines()):
            label = label_of(line)
            every[label] += 1
            installs[label] += INSTALL.match(head_and_tail(line)[1].text) is not None
    return frozenset(label for label, n in installs.items() if label and 2 * n > every[label])

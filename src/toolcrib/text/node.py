"""What a document consists of, in its order."""

from enum import StrEnum

from toolcrib.model.value import Value
from toolcrib.text.styled import Styled


class Kind(StrEnum):
    """The kinds of blocks that matter to a list."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PARAGRAPH = "paragraph"
    CODE = "code"
    BREAK = "break"


class Node(Value, frozen=True, kw_only=True):
    """A block; `line` counts from 1.

    `level` is that of a heading, or how deep an item's list lies in other lists. `group` numbers
    lists, tables and paragraphs; `parent` is the index of the item that a block lies in, or -1.
    A row has a text for each cell, other blocks have one; a `labelled` row is a record that was
    written as lines with a label each. `last` is the last line of code.
    """

    kind: Kind
    line: int
    last: int = 0
    level: int = 0
    group: int = 0
    parent: int = -1
    cells: tuple[Styled, ...] = ()
    header: bool = False
    labelled: bool = False
    ordered: bool = False
    info: str = ""
    code: str = ""

    @property
    def text(self) -> Styled:
        """The text of a block that is no row."""
        return self.cells[0] if self.cells else Styled(text="")

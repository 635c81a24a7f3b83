"""What the cells of a row say beside its names."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby

from toolcrib.read.entries.shape import is_category_label, is_purpose_label, is_use_label
from toolcrib.read.entries.taken import Taken
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Style, Styled

_SHELF_WORDS = 4
# A table has so many rows, and a level at most such a share of them as different texts.
_ROWS, _FEW = 4, 0.75
_ADDRESS = re.compile(r"\w+://\S*")
_NAME = re.compile(r"[\w.\[\]-]*")
# Code where nothing can be marked as such, as in a spreadsheet: an import, or a call by full name.
_PLAIN_CODE = re.compile(
    r"(?:import|from)\s+[\w.]+(?:\s+(?:import|as)\s.*)?"
    r"|(?:[\w, ]{1,40}=\s*)?[^\W\d]\w*(?:\.\w+)+[(\[].*[)\]][\w.:]*"
)
_CODE_LENGTH = 400


def shelves(taken: Sequence[Taken], nodes: Sequence[Node]) -> dict[int, tuple[int, str]]:
    """Return column and text of the category that rows have of their own, by their blocks.

    It is the column whose title says so, where rows share its texts; or one left of the name whose
    texts come again, or hold for the empty cells below them; or one right of it whose texts each
    stand together, as in a table that is sorted by them; or the first of two, where the other has
    several names in most cells.
    """
    tables: dict[int, int] = {}
    for one in taken:
        if one.column >= 0:
            tables.setdefault(one.slot.run[1], one.column)
    grouping = _of_groups(taken)
    in_table: dict[int, list[tuple[int, Node]]] = {group: [] for group in tables}
    for index, node in enumerate(nodes):
        if node.kind is Kind.ROW and node.group in tables and not node.header:
            in_table[node.group].append((index, node))
    titled = {node.group: _titled(node) for node in nodes if node.header}
    found: dict[int, tuple[int, str]] = {}
    for group, rows in in_table.items():
        names = tables[group]
        width = max((len(node.cells) for _, node in rows), default=0)
        left = (n for n in range(names) if _comes_again(n, rows))
        right = (n for n in range(names + 1, width) if _groups(n, rows))
        named = (n for n in titled.get(group, ()) if n != names and _is_shared(n, rows))
        column = next(chain(named, left, [0] if group in grouping else [], right), None)
        if column is not None:
            found.update((index, (column, text)) for index, text in _carried(column, rows))
    return found


def levels(taken: Sequence[Taken], nodes: Sequence[Node]) -> dict[int, set[int]]:
    """Return the columns of few words that come again and again, by tables that say more in others.

    A level, a state, whose task it is: that says nothing of what a module is for.
    """
    names: dict[int, set[int]] = {}
    for one in taken:
        if one.column >= 0:
            names.setdefault(one.slot.run[1], set()).add(one.column)
    texts: dict[int, dict[int, list[str]]] = {group: {} for group in names}
    for node in nodes:
        if node.kind is Kind.ROW and node.group in names and not node.header:
            for column in range(len(node.cells)):
                texts[node.group].setdefault(column, []).extend(filter(None, [_text(column, node)]))
    return {group: _repeated(columns, names[group]) for group, columns in texts.items()}


def _repeated(columns: dict[int, list[str]], names: set[int]) -> set[int]:
    others = {n: said for n, said in columns.items() if n not in names}
    few = {
        n for n, said in others.items() if len(said) >= _ROWS and len(set(said)) <= _FEW * len(said)
    }
    brief = {n for n in few if all(len(text.split()) <= _SHELF_WORDS for text in others[n])}
    telling = [n for n in others if n not in few and any(map(_is_words, others[n]))]
    return brief if telling else set()


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _ADDRESS.fullmatch(text)


def _of_groups(taken: Sequence[Taken]) -> set[int]:
    """Return the tables of two columns of which most rows have several names."""
    sizes: dict[int, list[int]] = {}
    for one in taken:
        if one.column == 1 and len(one.slot.cells) == 2:  # noqa: PLR2004 -- a label and its names
            sizes.setdefault(one.slot.run[1], []).append(len(one.names))
    return {group for group, names in sizes.items() if 2 * sum(n > 1 for n in names) > len(names)}


def _titled(header: Node) -> tuple[int, ...]:
    """Return the columns whose title is a word for a category."""
    return tuple(n for n in range(len(header.cells)) if is_category_label(_text(n, header)))


def _is_shared(column: int, rows: Sequence[tuple[int, Node]]) -> bool:
    """Whether rows share what stands in a column; a topic for each row is what that is for."""
    texts = list(filter(None, (_text(column, node) for _, node in rows)))
    return 0 < len(set(texts)) < len(rows)


def _comes_again(column: int, rows: Sequence[tuple[int, Node]]) -> bool:
    texts = [_text(column, node) for _, node in rows]
    said = Counter(text for text in texts if any(map(str.isalpha, text)))
    often = any(number > 1 for number in said.values())
    # Numbers beside a word count the rows; nothing below a word is its group.
    grouped = not all(texts) and 2 * sum(said.values()) > len(list(filter(None, texts)))
    return bool(said) and bool(texts[0]) and (often or grouped)


def _groups(column: int, rows: Sequence[tuple[int, Node]]) -> bool:
    """Whether a column has few short texts, each in rows one below the other."""
    texts = [_text(column, node) for _, node in rows]
    runs = [text for text, _ in groupby(texts)]
    short = all(0 < len(text.split()) <= _SHELF_WORDS for text in texts)
    several = sum(len(list(group)) > 1 for _, group in groupby(texts)) > 1
    return short and several and len(runs) == len(set(texts)) and len(runs) * 2 <= len(texts)


def _carried(column: int, rows: Sequence[tuple[int, Node]]) -> Iterator[tuple[int, str]]:
    """Yield the text of each row's cell, or of the last one above it that is not empty."""
    text = ""
    for index, node in rows:
        text = _text(column, node) or text
        yield index, text


def _text(column: int, node: Node) -> str:
    return " ".join(node.cells[column].text.split()) if column < len(node.cells) else ""


def cells_of(
    one: Taken, others: Collection[int], titled: tuple[Collection[int], Collection[int]] = ((), ())
) -> Iterator[Styled]:
    """Yield the cells of a row beside its names and other columns.

    Those behind the name come first, but for the one that its title says to be the purpose; where
    use cases have a title, nothing else follows.
    """
    cells = list(enumerate(one.slot.cells))
    cells = [*cells[one.column + 1 :], *cells[: one.column]]
    purposes, uses = titled
    if purposes and (first := [cell for cell in cells if cell[0] in purposes and cell[1]]):
        rest = [cell for cell in cells if cell[0] in uses or (not uses and cell not in first)]
        cells = first + rest
    for number, cell in cells:
        if number not in others:
            yield cell


def said_columns(nodes: Sequence[Node]) -> dict[int, tuple[list[int], list[int]]]:
    """Return the columns of purposes and of use cases, by tables whose titles say the former."""
    found: dict[int, tuple[list[int], list[int]]] = {}
    for node in nodes:
        if node.header:
            titles = [_text(column, node) for column in range(len(node.cells))]
            purposes = [n for n, title in enumerate(titles) if is_purpose_label(title)]
            if len(purposes) == 1:
                uses = [n for n, title in enumerate(titles) if is_use_label(title)]
                found[node.group] = (purposes, uses)
    return found


def is_code(cell: Styled) -> bool:
    """Return whether a cell is nothing but code, and more than a name."""
    text = cell.stripped()
    if not any(style & Style.CODE for style in text.styles):
        return len(text.text) <= _CODE_LENGTH and _PLAIN_CODE.fullmatch(text.text) is not None
    coded = bool(text) and all(style & Style.CODE for style in text.styles)
    return coded and not _NAME.fullmatch(text.text)

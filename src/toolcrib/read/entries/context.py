"""What an entry says beside its names: category, purpose, use cases, examples, hints."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from toolcrib.model.mention import Example
from toolcrib.model.value import Value
from toolcrib.read.entries.examples import examples_of, imports, uses
from toolcrib.read.entries.labels import INSTALL, common_labels, labels_of
from toolcrib.read.entries.names import Candidate, Known
from toolcrib.read.entries.rows import is_code, levels, said_columns, shelves
from toolcrib.read.entries.said import (
    Said,
    in_blocks,
    in_next_lines,
    in_row,
    introduces,
    on_line,
    with_further,
)
from toolcrib.read.entries.settle import ancestors, section_end
from toolcrib.read.entries.taken import COMMAND, PROSE, Taken
from toolcrib.read.entries.titles import categories, group_labels
from toolcrib.read.entries.wrapped import further_lines
from toolcrib.read.entries.zones import body, trimmed
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source


class Context(Value, frozen=True, kw_only=True):
    """What stands around a name."""

    category: str = ""
    purpose: str = ""
    use_cases: tuple[str, ...] = ()
    hint: str = ""
    examples: tuple[Example, ...] = ()


class _Around(Value, frozen=True, kw_only=True):
    """What an entry's names have in common, before it is told which of them it is about."""

    category: str
    said: list[Said]
    codes: list[Node]
    hint: str


def contexts(
    taken: Sequence[Taken], nodes: Sequence[Node], known: Known, source: Source
) -> tuple[tuple[Context, ...], ...]:
    """Return what stands around each name of each entry.

    `known` says what is imported under a name.
    """
    around = _around(taken, nodes, known, source)
    _give_code_behind_lists(around, taken, known)
    return tuple(
        tuple(_context(every, name, one, known) for name in one.names)
        for every, one in zip(around, taken, strict=True)
    )


def _around(
    taken: Sequence[Taken], nodes: Sequence[Node], known: Known, source: Source
) -> list[_Around]:
    own = shelves(taken, nodes)
    rows = [own.get(one.slot.node, (-1, "")) for one in taken]
    cells = [list(_code_cells(one, known)) for one in taken]
    said = _said(taken, nodes, source, [column for column, _ in rows], cells)
    labels, around = labels_of(taken, nodes), []
    for number, (one, title) in enumerate(zip(taken, categories(taken, nodes), strict=True)):
        below = [*cells[number], *_below(number, taken, nodes)]
        names = [name.written for name in one.names]
        codes = [node for node in below if node.kind is Kind.CODE]
        texts = [
            *(cell.text for cell in one.slot.cells),
            *(node.text.text for node in below if node.cells),
        ]
        hints = INSTALL.findall("\n".join(texts + [node.code for node in codes]))
        around.append(
            _Around(
                category=rows[number][1] or title,
                said=[*said[number], *in_blocks(below, names, labels)],
                codes=codes,
                hint=hints[0] if hints and one.way != COMMAND else "",
            )
        )
    return around


def _said(
    taken: Sequence[Taken],
    nodes: Sequence[Node],
    source: Source,
    shelf_columns: Sequence[int],
    cells: Sequence[Sequence[Node]],
) -> list[list[Said]]:
    """Return what each entry says in its own line or row, or, if need be, in the next lines."""
    labels = common_labels(taken, nodes)
    columns: dict[int, set[int]] = {}
    for one in taken:
        columns.setdefault(one.slot.node, set()).add(one.column)
    same, titled = levels(taken, nodes), said_columns(nodes)
    said = [
        in_row(
            one,
            {column, *columns[one.slot.node], *same.get(one.slot.run[1], ())},
            skip=[cell.code for cell in coded],
            titled=titled.get(nodes[one.slot.node].group, ((), ())),
        )
        if one.column >= 0
        else on_line(one, nodes, labels)
        for one, column, coded in zip(taken, shelf_columns, cells, strict=True)
    ]
    silent = {number for number, one in enumerate(taken) if one.slot.run[0] == "line"}
    spoken = {number for number in silent if any(not one.gloss for one in said[number])}
    lines: dict[int, set[int]] = {}
    for one in taken:
        lines.setdefault(one.slot.node, set()).add(one.slot.line)
    groups = group_labels(taken)
    for number in spoken:
        if (one := taken[number]).way != PROSE and one.slot.line not in groups:
            further = further_lines(one, nodes[one.slot.node], lines[one.slot.node], source)
            said[number] = with_further(said[number], one.slot.text.text, further)
    if len(spoken) * 2 < len(silent):
        # Lines that are nothing but names: what they are for stands below them.
        for number in (n for n in silent - spoken if taken[n].slot.line not in groups):
            one = taken[number]
            said[number] = in_next_lines(one, nodes, lines[one.slot.node]) or said[number]
    return said


def _context(around: _Around, name: Candidate, one: Taken, known: Known) -> Context:
    """Return what is said of one of an entry's names."""
    texts = [said for said in around.said if said.of in ("", name.written)]
    plain = [said.text for said in texts if not said.gloss] or [said.text for said in texts]
    purpose, *use_cases = plain or [""]
    # What all names say to install is that of the only one.
    hint = around.hint if len(one.names) == 1 else ""
    return Context(
        category=around.category,
        purpose=purpose,
        use_cases=tuple(use_cases),
        hint=around.hint,
        examples=examples_of(around.codes, [name], hint, known),
    )


def _code_cells(one: Taken, known: Known) -> Iterator[Node]:
    """Yield what is code of the entry's own in a row."""
    for cell in one.slot.cells if one.column >= 0 else ():
        if is_code(cell) and not INSTALL.match(cell.text) and uses(cell.text, one.names, known):
            yield Node(kind=Kind.CODE, line=one.slot.line, code=cell.text)


def _below(number: int, taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the blocks that belong to an entry: its section, its children, the code behind it."""
    start = taken[number].slot.node
    heads = nodes[start].kind is Kind.HEADING or _is_title(taken[number], nodes[start])
    # What is installed behind a list of several is not meant for the last of them.
    listed = number > 0 and taken[number - 1].slot.run == taken[number].slot.run
    end = section_end(start, nodes) if heads else len(nodes)
    following = bisect_right(taken, start, lo=number, key=lambda one: one.slot.node)
    if following < len(taken):
        end = min(end, taken[following].slot.node)
    for index in range(start + 1, end):
        node = nodes[index]
        if heads or start in _lineage(node, nodes):
            yield node
        elif (
            node.kind is Kind.PARAGRAPH
            and index + 1 < end
            and introduces(node.text, nodes[index + 1])
        ):
            continue
        elif node.kind is not Kind.CODE:
            return
        elif not listed or not INSTALL.search(node.code):
            yield node


def _is_title(one: Taken, node: Node) -> bool:
    """Whether a paragraph is nothing but marked names, as a title is: "**1. arrow**"."""
    told = sum(len(name.text.text) for name in one.names)
    marked = bool(node.text.styles) and all(node.text.styles)
    return node.kind is Kind.PARAGRAPH and marked and len(trimmed(body(node.text).text)) == told


def _lineage(node: Node, nodes: Sequence[Node]) -> Iterator[int]:
    if node.parent >= 0:
        yield node.parent
        yield from ancestors(node.parent, nodes)


def _give_code_behind_lists(
    around: Sequence[_Around], taken: Sequence[Taken], known: Known
) -> None:
    """Give code behind a list, which is not its last entry's, to the one entry that it imports."""
    for run in _lists(taken):
        one = taken[run[-1]]
        for code in list(around[run[-1]].codes):
            if code.parent >= 0 or uses(code.code, one.names, known):
                continue
            meant = [n for n in run if imports(code.code, taken[n].names, known)]
            if len(meant) == 1:
                around[meant[0]].codes.append(code)


def _lists(taken: Sequence[Taken]) -> Iterator[list[int]]:
    """Yield the numbers of the entries that follow one another in a list or in lines."""
    runs = groupby(range(len(taken)), key=lambda number: taken[number].slot.run)
    for (kind, _), numbers in runs:
        if kind in ("item", "line"):
            yield list(numbers)

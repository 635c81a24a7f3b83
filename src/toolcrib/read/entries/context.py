"""What an entry says beside its names: category, purpose, use cases, examples, hints."""

import re
from collections.abc import Iterator, Sequence

from toolcrib.model.mention import Example
from toolcrib.model.value import Value
from toolcrib.read.entries.choose import Taken
from toolcrib.read.entries.examples import examples_of, uses
from toolcrib.read.entries.names import Known
from toolcrib.read.entries.rows import cells_of, is_code, shelves
from toolcrib.read.entries.settle import ancestors, section_end
from toolcrib.read.entries.shape import LABEL_PAIRS, is_label
from toolcrib.read.entries.zones import MARGINS, body, head_and_tail, separator, trimmed
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Style, Styled

_INSTALL = re.compile(
    r"\bpip3?\s+install\s+(?:-U\s+|--upgrade\s+)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)", re.ASCII
)
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S*")
_REMARK = re.compile(r"\W*?[(（][^()（）]*[)）]")
_VERSION = re.compile(r"[=<>~!]*\s*v?\d[\w.*]*")
_TITLE_WORDS, _TITLE_LENGTH = 8, 70
_BELOW_ALL = 7
_COLONS = (":", "：")


class Context(Value, frozen=True, kw_only=True):
    """What stands around an entry."""

    category: str = ""
    purpose: str = ""
    use_cases: tuple[str, ...] = ()
    hint: str = ""
    examples: tuple[Example, ...] = ()


def contexts(taken: Sequence[Taken], nodes: Sequence[Node], known: Known) -> tuple[Context, ...]:
    """Return what stands around each entry; `known` says what is imported under its names."""
    own = shelves(taken, nodes)
    rows = [own.get(one.slot.node, (-1, "")) for one in taken]
    titles = _categories(taken, nodes)
    categories = [row or title for (_, row), title in zip(rows, titles, strict=True)]
    codes = [list(_code_cells(one, known)) for one in taken]
    said = [
        _in_row(one, column, skip=[code.code for code in coded])
        if one.column >= 0
        else _on_line(one, nodes)
        for one, (column, _), coded in zip(taken, rows, codes, strict=True)
    ]
    silent = {number for number, one in enumerate(taken) if one.slot.run[0] == "line"}
    spoken = {number for number in silent if said[number]}
    if len(spoken) * 2 < len(silent):
        # Lines that are nothing but names: what they are for stands below them.
        lines = {one.slot.line for one in taken}
        for number in silent - spoken:
            said[number] = _next_lines(taken[number], nodes, lines)
    return tuple(
        _context(
            said[number],
            [*codes[number], *_below(number, taken, nodes)],
            taken[number],
            category=categories[number],
            known=known,
        )
        for number in range(len(taken))
    )


def _context(
    said: list[str], below: Sequence[Node], one: Taken, *, category: str, known: Known
) -> Context:
    purpose, *use_cases = [*said, *_said(below)] or [""]
    codes = [node for node in below if node.kind is Kind.CODE]
    texts = [
        *(cell.text for cell in one.slot.cells),
        *(node.text.text for node in below if node.cells),
    ]
    hints = _INSTALL.findall("\n".join(texts + [node.code for node in codes]))
    return Context(
        category=category,
        purpose=purpose,
        use_cases=tuple(use_cases),
        hint=hints[0] if hints else "",
        examples=examples_of(codes, one.names, hints[0] if hints else "", known),
    )


def _code_cells(one: Taken, known: Known) -> Iterator[Node]:
    """Yield what is code of the entry's own in a row."""
    for cell in one.slot.cells if one.column >= 0 else ():
        if is_code(cell) and not _INSTALL.match(cell.text) and uses(cell.text, one.names, known):
            yield Node(kind=Kind.CODE, line=one.slot.line, code=cell.text)


def _in_row(one: Taken, category: int, skip: Sequence[str]) -> list[str]:
    """Return purpose and use cases as they stand in the cells of a row."""
    texts = (cell.text for cell in cells_of(one, category))
    return [text for text in texts if _says_something(text) and text not in skip]


def _on_line(one: Taken, nodes: Sequence[Node]) -> list[str]:
    """Return the purpose as it stands in the entry's own line."""
    text = one.slot.text
    if nodes[one.slot.node].kind is Kind.ITEM:
        text = body(nodes[one.slot.node].text)
    found = separator(text)
    start = found[1] if found and one.way not in ("all code", "all links", "tail") else None
    if start is None:
        ends = [name.text.ends[-1] for name in one.names if name.text.ends]
        start = next((n for n, at in enumerate(text.starts) if at >= max(ends, default=0)), None)
    rest = "" if start is None else _without_remark(text.text[start:])
    said = trimmed(" ".join(rest.split()))
    return [said] if _says_something(said) and not _is_label(rest.strip()) else []


def _is_label(text: str, mark: str = "") -> bool:
    """Whether a text names a field: a word that does, or two with a colon behind them.

    Without a colon two words are a purpose: "type checking", "package manager".
    """
    alone = len(text.split()) == 1 or text.casefold() in LABEL_PAIRS
    return is_label(text) and (alone or (mark.strip() or text).endswith(_COLONS))


def _without_remark(text: str) -> str:
    """Return what follows a name without the remark in brackets, if there is more than that."""
    match = _REMARK.match(text)
    return text[match.end() :] if match and text[match.end() :].strip(MARGINS) else text


def _says_something(text: str) -> bool:
    """Whether a text is more than a number, a version, an address or a command."""
    bare = _VERSION.fullmatch(text.strip()) or _ADDRESS.fullmatch(text.strip())
    return any(map(str.isalpha, text)) and not bare and not _INSTALL.match(text)


def _next_lines(one: Taken, nodes: Sequence[Node], lines: set[int]) -> list[str]:
    """Return what the lines below a lone name in a paragraph say of it."""
    node = nodes[one.slot.node]
    said: list[str] = []
    for part in node.text.lines()[one.slot.line - node.line + 1 :]:
        if one.slot.line + len(said) + 1 in lines or _is_title(part, alone=False):
            break
        head, tail = head_and_tail(part)
        labelled = _is_label(head.text.strip(), _mark(part)) and tail
        said.append((tail if labelled else part).text.strip())
    return [trimmed(text) for text in said if _says_something(text)]


def _mark(text: Styled) -> str:
    """Return what parts a line's head from its tail."""
    found = separator(text)
    return text.text[slice(*found)] if found else ""


def _below(number: int, taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the blocks that belong to an entry: its section, its children, the code behind it."""
    start = taken[number].slot.node
    heads = nodes[start].kind is Kind.HEADING
    # What is installed behind a list of several is not meant for the last of them.
    listed = number > 0 and taken[number - 1].slot.run == taken[number].slot.run
    end = section_end(start, nodes) if heads else len(nodes)
    following = number + 1
    while following < len(taken) and taken[following].slot.node <= start:
        following += 1
    if following < len(taken):
        end = min(end, taken[following].slot.node)
    for node in nodes[start + 1 : end]:
        if heads or start in _lineage(node, nodes):
            yield node
        elif node.kind is not Kind.CODE:
            return
        elif not listed or not _INSTALL.search(node.code):
            yield node


def _lineage(node: Node, nodes: Sequence[Node]) -> Iterator[int]:
    if node.parent >= 0:
        yield node.parent
        yield from ancestors(node.parent, nodes)


def _said(below: Sequence[Node]) -> list[str]:
    """Return what the blocks below an entry say, without the labels in front."""
    said = []
    for node in below:
        if node.kind not in (Kind.ITEM, Kind.PARAGRAPH) or not node.cells:
            continue
        text = body(node.text)
        head, tail = head_and_tail(text)
        labelled = head.text != text.text and _is_field(head, _mark(text))
        rest = tail if labelled else text
        words = trimmed(" ".join(rest.text.split()))
        empty = labelled and not tail
        if _says_something(words) and not empty and not _is_label(rest.text.strip()):
            said.append(words)
    return said


def _is_field(head: Styled, mark: str) -> bool:
    """Whether a head is the label of a field: a word or two, or set in bold."""
    bold = all(style & Style.BOLD for style in head.styles) if head.text else False
    return bold or _is_label(head.text.strip(), mark) or len(head.text.split()) == 1


class _Title(Value, frozen=True, kw_only=True):
    """A line that names what follows; headings have their level, other titles are below all."""

    line: int
    level: int
    text: str


def _categories(taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[str]:
    """Yield the category of each entry: the item it lies under, or the nearest title above it."""
    titles = iter(_titles(taken, nodes))
    upcoming = next(titles, None)
    blocks = {one.slot.node for one in taken}
    open_: list[_Title] = []
    for one in taken:
        while upcoming and upcoming.line < one.slot.line:
            open_ = [title for title in open_ if title.level < upcoming.level] + [upcoming]
            upcoming = next(titles, None)
        node = nodes[one.slot.node]
        level = node.level if node.kind is Kind.HEADING else _BELOW_ALL + 1
        groups = (nodes[a].text.text for a in ancestors(one.slot.node, nodes) if a not in blocks)
        above = (title.text for title in reversed(open_) if title.level < level)
        yield _cleaned(next(groups, None) or next(above, ""))


def _titles(taken: Sequence[Taken], nodes: Sequence[Node]) -> Iterator[_Title]:
    """Yield all titles of a document that are no entries."""
    lines = {one.slot.line for one in taken}
    for node in nodes:
        if node.kind is Kind.HEADING and node.line not in lines:
            yield _Title(line=node.line, level=node.level, text=node.text.text)
        elif node.kind is Kind.PARAGRAPH and node.parent < 0:
            parts = node.text.lines()
            for number, part in enumerate(parts, node.line):
                if number not in lines and _is_title(part, alone=len(parts) == 1):
                    yield _Title(line=number, level=_BELOW_ALL, text=part.text)


def _is_title(line: Styled, *, alone: bool) -> bool:
    """Whether a line of a paragraph is a heading in all but its markup."""
    text = line.text.strip()
    short = 0 < len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS
    bold = bool(text) and all(style & Style.BOLD for style in line.stripped().styles)
    return short and (
        text.endswith((":", "：")) or bold or (alone and not text.endswith((".", "。")))
    )


def _cleaned(title: str) -> str:
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
            outside = number in lines or number < listed[0] or _is_title(part, alone=False)
            if not outside and separator(part.stripped()):
                yield number, part.stripped()

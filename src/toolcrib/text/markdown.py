"""Markdown into blocks, by a CommonMark parser; the texts in them by `text.inline`."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from toolcrib.text.html import HtmlBlocks
from toolcrib.text.inline import folded, styled
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source
from toolcrib.text.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,100}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_KEY = re.compile(r"^[\w-]+[ \t]*:", re.MULTILINE)
_UNDERLINE = re.compile(r"([~^\"'+*#=-])\1{2,}[ \t]*")
_RULERS = frozenset("~^\"'+*#=-")
_RULER_SLACK = 2
_ENTRY_LIKE = re.compile(r"\s*(?:[-*+\u2022]|\d+[.)])\s")
# A text of more characters is read in parts, or its beginning alone.
_LONGEST = 64 * 1024
_PIPE = re.compile(r"(?<!\\)\|")


def markdown_nodes(source: Source, *, plain: bool = False) -> tuple[Node, ...]:
    """Return the blocks of a Markdown text.

    Args:
        source: The text.
        plain: Whether an indented block is text, as in a file that was not meant as Markdown.
    """
    from markdown_it import MarkdownIt

    # Blocks only: the inline tokens have no positions, and `styled` reads the source itself.
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    if plain:
        parser.disable("code")
    env: dict[str, Any] = {}
    tokens = parser.parse(prepared(source), env)
    references = {
        folded(label): str(found["href"]) for label, found in env.get("references", {}).items()
    }
    return _Builder(source, references).build(tokens)


def prepared(source: Source) -> str:
    """Return a text in which front matter and foreign underlines are Markdown; no place moves."""
    text = source.text
    if (match := _FRONT_MATTER.match(text)) and _KEY.search(match[0]):
        text = re.sub(r"[^\r\n]", " ", match[0]) + text[match.end() :]
    lines = Source(text=text)
    changed = list(text)
    for number, begin in enumerate(lines.starts[1:], 2):
        if text[begin : begin + 1] not in _RULERS or not _is_underlined(lines, number - 1):
            continue
        start, end = lines.span(number)
        mark = text[start]
        if mark not in "=-":
            changed[start:end] = "-" * (end - start)
        if number > 2 and _UNDERLINE.fullmatch(lines.line(number - 2)):  # noqa: PLR2004 -- the line above the title
            first, last = lines.span(number - 2)
            changed[first:last] = " " * (last - first)
    return "".join(changed)


def _is_underlined(lines: Source, number: int) -> bool:
    """Whether a line is a title as reStructuredText has it: alone, with a ruler of its length."""
    title, ruler = lines.line(number).strip(), lines.line(number + 1).rstrip()
    above = lines.line(number - 1).rstrip() if number > 1 else ""
    if not title[:1].isalnum() or _UNDERLINE.fullmatch(ruler) is None:
        return False
    if ruler[0] == "~":
        # In Markdown this mark fences code, and a line between two of them is code.
        return above == "" and len(ruler) >= len(title)
    return abs(len(ruler) - len(title)) <= _RULER_SLACK and above in ("", ruler)


class _Builder:
    """Walks over the parser's tokens and collects nodes."""

    def __init__(self, source: Source, references: dict[str, str]) -> None:
        self.source, self.references = source, references
        self.nodes: list[Node] = []
        self.lists: list[tuple[int, bool]] = []
        self.items: list[int] = []
        self.groups = 0
        self.table = 0
        self.in_head = False
        self.html = HtmlBlocks(source, self.nodes)

    def build(self, tokens: "Sequence[Token]") -> tuple[Node, ...]:
        for position, token in enumerate(tokens):
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            self._take(token, following)
        self.html.flush()
        return tuple(self.nodes)

    def _take(self, token: "Token", following: "Token | None") -> None:
        kind, first = token.type, (token.map or [0, 0])[0] + 1
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.groups += 1
            self.lists.append((self.groups, kind.startswith("ordered")))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self._open_item(first)
        elif kind == "list_item_close":
            self.items.pop()
        elif kind == "heading_open" and following is not None:
            self._heading(token, following)
        elif kind == "paragraph_open" and following is not None:
            self._paragraph(following)
        elif kind in ("fence", "code_block"):
            self._code(token, first)
        elif kind == "hr":
            self._add(Kind.BREAK, first)
        elif kind == "html_block":
            self.html.take(*(token.map or (0, 0)))
        else:
            self._take_table(kind, first)

    def _take_table(self, kind: str, first: int) -> None:
        if kind == "table_open":
            self.groups += 1
            self.table = self.groups
        elif kind in ("thead_open", "thead_close"):
            self.in_head = kind == "thead_open"
        elif kind == "tr_open":
            cells = self._cells(first)
            self._add(Kind.ROW, first, group=self.table, cells=cells, header=self.in_head)

    def _add(self, kind: Kind, line: int, **values: Any) -> None:  # noqa: ANN401 -- fields of Node
        parent = self.items[-1] if self.items else -1
        self.nodes.append(Node(kind=kind, line=line, **{"parent": parent, **values}))

    def _open_item(self, line: int) -> None:
        group, ordered = self.lists[-1]
        level = len(self.lists) - 1
        self._add(Kind.ITEM, line, level=level, group=group, ordered=ordered)
        self.items.append(len(self.nodes) - 1)

    def _heading(self, token: "Token", inline: "Token") -> None:
        if inline.content.count("\n"):
            # A ruler below several lines: they are lines, whatever the parser makes of them.
            self._paragraph(inline)
            return
        cells = (self._inline(inline),)
        self._add(Kind.HEADING, (token.map or [0])[0] + 1, level=int(token.tag[1:]), cells=cells)

    def _paragraph(self, inline: "Token") -> None:
        line = (inline.map or [0])[0] + 1
        if self._is_bare_table(inline.content):
            self._bare_table(line, inline.content.count("\n") + 1)
            return
        if not self.items and len(inline.content) > _LONGEST:
            self._long_paragraph(line, inline.content)
            return
        text = self._inline(inline)
        if self.items and not self.nodes[self.items[-1]].cells and self._is_last(self.items[-1]):
            item = self.nodes[self.items[-1]]
            self.nodes[self.items[-1]] = replace(item, line=line, cells=(text,))
            return
        self.groups += 1
        self._add(Kind.PARAGRAPH, line, group=self.groups, cells=(text,))

    def _long_paragraph(self, line: int, content: str) -> None:
        """Take lines without end in parts, none of which needs much memory."""
        self.groups += 1
        spans = self._spans(line, content)
        first = size = 0
        for number, (start, end) in enumerate(spans, 1):
            size += end - start
            if size > _LONGEST or number == len(spans):
                text = styled(self.source.text, spans[first:number], self.references)
                self._add(Kind.PARAGRAPH, line + first, group=self.groups, cells=(text,))
                first, size = number, 0

    def _is_last(self, index: int) -> bool:
        return index == len(self.nodes) - 1

    def _is_bare_table(self, content: str) -> bool:
        lines = content.split("\n")
        return len(lines) > 1 and all(line.strip().startswith("|") for line in lines)

    def _bare_table(self, line: int, count: int) -> None:
        """Take rows that lack the line of dashes, or have one of another width."""
        self.groups += 1
        for number in range(line, line + count):
            cells = self._cells(number)
            if any(set(cell.text) - set("-: ") for cell in cells):
                self._add(Kind.ROW, number, group=self.groups, cells=cells)

    def _code(self, token: "Token", line: int) -> None:
        if token.type == "code_block" and _ENTRY_LIKE.match(token.content):
            self.groups += 1
            spans = self._spans(line, token.content.rstrip("\n"))
            text = styled(self.source.text, spans, self.references)
            self._add(Kind.PARAGRAPH, line, group=self.groups, cells=(text,))
            return
        last = min((token.map or [0, line])[1], self.source.count)
        self._add(Kind.CODE, line, last=last, info=token.info.strip(), code=token.content)

    def _inline(self, inline: "Token") -> Styled:
        line = (inline.map or [0])[0] + 1
        spans = self._spans(line, inline.content[:_LONGEST])
        return styled(self.source.text, spans, self.references)

    def _spans(self, line: int, content: str) -> list[tuple[int, int]]:
        """Return where the lines of a block's content lie, without indents and list marks."""
        spans = []
        for number, part in enumerate(content.split("\n"), line):
            start, end = self.source.span(min(number, self.source.count))
            whole, wanted = self.source.text[start:end], part.strip()
            at = whole.replace("\0", "\ufffd").rfind(wanted)
            spans.append((start + at, start + at + len(wanted)) if at >= 0 else (start, end))
        return spans

    def _cells(self, line: int) -> tuple[Styled, ...]:
        start, end = self.source.span(line)
        row = self.source.text[start:end]
        at = len(row) - len(row.lstrip(" \t>"))
        bounds = [at, *(match.end() for match in _PIPE.finditer(row, at)), len(row) + 1]
        spans = [(a, b - 1) for a, b in pairwise(bounds)]
        if spans and not row[slice(*spans[0])].strip():
            spans = spans[1:]
        if len(spans) > 1 and not row[slice(*spans[-1])].strip():
            spans = spans[:-1]
        return tuple(
            styled(self.source.text, [(start + a, start + b)], self.references).stripped()
            for a, b in spans
        )

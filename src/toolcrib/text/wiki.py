"""Pages of wikis into the blocks that Markdown gives: MediaWiki, DokuWiki, Trac, Jira, Redmine.

What they have in common with plain text is read as that. Titles and marks of bold text have a form
of the same length in Markdown; code and MediaWiki's tables are islands. A page is known by them.
"""

import re
from collections.abc import Iterator

from toolcrib.text.inline import styled
from toolcrib.text.islands import Islands, merged, nested
from toolcrib.text.markdown import markdown_nodes
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_WIKI = re.compile(
    r"^(?:={2,6}[^=\n].*[^=\n]={2,6}[ \t]*|h[1-6]\. .*|\{\|.*|\|\|.*\|\|[ \t]*)$", re.MULTILINE
)
_TITLE = re.compile(r"(={2,6})(?!=)(.*[^=\s])[ \t]*\1[ \t]*$")
_NUMBERED = re.compile(r"h([1-6])\.[ \t]+(?=\S)")
# Where titles are set so, a `#` is that of an item with a number, as deep as there are of them.
_TITLED = re.compile(r"^(?:={2,6}[^=\n].*[^=\n]={2,6}[ \t]*|h[1-6]\. .*)$", re.MULTILINE)
_COUNTED = re.compile(r"#{1,8}(?=[ \t]+\S)")
_MARKS = re.compile(r"(\*{2,8}|#{2,8})(?=[ \t]+\S)")
_TERM = re.compile(r";[ \t]*(?=\S)")
_STRONG = re.compile(r"'''(?=\S)(.+?)'''")
_MONO = re.compile(r"(?<!\{)(\{\{)(?=[^\s{])([^{}\n]*)(\}\})(?!\})")
_ROW = re.compile(r"[ \t]*\|\|.*\|\|[ \t]*$")
_OPENED = re.compile(
    r"[ \t]*(?:<(syntaxhighlight|source|code)\b(?:[^>\n]*?lang=\"?(\w+)|[ \t]+(\w+))?[^>\n]*>"
    r"|(\{code|\{\{\{)(?::(\w+)|#!(\w+))?[^}\n]*\}?)[ \t]*$"
)
_ENDS = {"{code": "{code}", "{{{": "}}}"}
_CELLS = re.compile(r"\|\||!!")
_ATTRIBUTE = re.compile(r"[ \t]*[\w-]+=[^|]*\|(?!\|)")


def plain_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of a plain text, which may be the page of a wiki."""
    if _WIKI.search(source.text) is None:
        return markdown_nodes(source, plain=True)
    taken = _Wiki(source)
    taken.numbers = _TITLED.search(source.text) is not None
    number = 1
    while number <= source.count:
        number = taken.take(number)
    return merged(nested(taken.markdown(), source, _MARKS), taken.nodes, source)


class _Wiki(Islands):
    """What is no Markdown in a wiki."""

    numbers = False

    def take(self, number: int) -> int:
        """Take what begins at a line; return the line to go on with."""
        line, start = self.source.line(number), self.source.starts[number - 1]
        if (match := _OPENED.match(line)) and (end := self._code_end(number, match)):
            info = match[2] or match[3] or match[5] or match[6] or ""
            return self.code(number, range(number + 1, end), end + 1, info)
        if line.lstrip().startswith("{|") and (end := self.find_line(number, "|}")):
            self.nodes += self._table(number, end)
            return self.blank(number, end + 1)
        self._set_line(line, start)
        self.nest(number)
        for match in _STRONG.finditer(line):
            for edge in (match.start(), match.end() - 3):
                self.put(start + edge, start + edge + 3, "***")
        for match in _MONO.finditer(line):
            for edge in (match.start(), match.end() - 2):
                self.put(start + edge, start + edge + 2, "``")
        return number + 1

    def _set_line(self, line: str, start: int) -> None:
        if self.numbers and (match := _COUNTED.match(line)):
            self.put(start, start + match.end(), "*".rjust(match.end()))
        elif match := _TITLE.match(line):
            self.put(start, start + match.end(1), "#" * len(match[1]))
            self.put(start + match.end(2), start + len(line))
        elif match := _NUMBERED.match(line):
            self.put(start, start + match.end(), "#" * int(match[1]))
        elif match := _TERM.match(line):
            self.put(start, start + match.end(), "-")
        elif _ROW.match(line):
            for at in (m.start() for m in re.finditer(r"\|\|", line)):
                self.put(start + at, start + at + 2, " |")

    def _code_end(self, number: int, match: re.Match[str]) -> int:
        return self.find_line(number + 1, _ENDS.get(match[4] or "", f"</{match[1]}"))

    def _table(self, number: int, end: int) -> Iterator[Node]:
        """Yield the rows of a table: a cell a line, or several with a double mark between."""
        group, cells, first, header = self.group(), list[tuple[int, int]](), number, True
        for line in range(number + 1, end + 1):
            text = self.source.line(line).lstrip()
            start = self.source.ends[line - 1] - len(text)
            if text.startswith(("|-", "|}")):
                if cells:
                    texts = tuple(styled(self.source.text, [cell]).stripped() for cell in cells)
                    yield Node(kind=Kind.ROW, line=first, group=group, cells=texts, header=header)
                cells, first, header = [], line + 1, True
            elif text.startswith(("|", "!")) and not text.startswith("|+"):
                first = first if cells else line
                header = header and text.startswith("!")
                cells += _cells(text, start)


def _cells(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a line stand, without what says how they are set."""
    edges = [1, *(edge for match in _CELLS.finditer(text, 1) for edge in match.span()), len(text)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        attribute = _ATTRIBUTE.match(text, first, last)
        yield start + (attribute.end() if attribute else first), start + last

"""Org documents into the blocks that Markdown gives, by the Org Syntax specification.

Headlines, code spans and table rulers have a form of the same length in Markdown; source blocks are
islands; keywords, comments, drawers and planning lines say nothing of modules.
"""

import re

from toolcrib.text.islands import Islands, merged
from toolcrib.text.node import Node
from toolcrib.text.source import Source

_HEADLINE = re.compile(r"(\*+)[ \t]+\S")
_TAGS = re.compile(r"[ \t]+:(?:[\w@#%]+:)+[ \t]*$")
_TITLE = re.compile(r"#\+title:[ \t]*(?=\S)", re.IGNORECASE)
_BEGIN = re.compile(r"[ \t]*#\+begin_(\w+)(?:[ \t]+(\S+))?", re.IGNORECASE)
_SILENT = re.compile(r"[ \t]*(?:#\+|#(?:[ \t]|$)|:[\w-]+:|(?:CLOSED|DEADLINE|SCHEDULED):)")
_DRAWER = re.compile(r"[ \t]*:[A-Za-z][\w-]*:[ \t]*$")
_RULER = re.compile(r"[ \t]*\|[-+]+\|?[ \t]*$")
_CODE = re.compile(r"(?<![\w=~])([=~])(?=\S)([^=~\n]*[^=~\s])\1(?![\w=~])")
_CODES = frozenset({"src", "example"})
_DEEPEST = 6


def org_nodes(source: Source) -> tuple[Node, ...]:
    """Return the blocks of an Org document."""
    taken = _Org(source)
    number = 1
    while number <= source.count:
        number = taken.take(number)
    return merged(taken.markdown(), taken.nodes, source)


class _Org(Islands):
    """What is no Markdown in Org."""

    def take(self, number: int) -> int:
        """Take what begins at a line; return the line to go on with."""
        line, (start, end) = self.source.line(number), self.source.span(number)
        if match := _BEGIN.match(line):
            return self._block(number, match)
        if match := _TITLE.match(line):
            self.put(start, start + match.end(), "#")
        elif _DRAWER.match(line) and (last := self.find_line(number, ":end:")):
            return self.blank(number, last + 1)
        elif match := _HEADLINE.match(line):
            self.put(start, start + match.end(1), "#" * min(len(match[1]), _DEEPEST))
            if tags := _TAGS.search(line):
                self.put(start + tags.start(), end)
        elif _RULER.match(line):
            self.put(start, end, line.replace("+", "|").rstrip())
        elif _SILENT.match(line):
            return self.blank(number, number + 1)
        for match in _CODE.finditer(line):
            for edge in (match.start(), match.end() - 1):
                self.put(start + edge, start + edge + 1, "`")
        return number + 1

    def _block(self, number: int, match: re.Match[str]) -> int:
        kind = match[1].lower()
        if kind in _CODES and (last := self.find_line(number, f"#+end_{kind}")):
            return self.code(number, range(number + 1, last), last + 1, match[2] or "")
        return self.blank(number, number + 1)

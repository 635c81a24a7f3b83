"""Inline Markdown into styled text: code spans, emphasis, links, escapes, entities, tags.

The parser's inline tokens have no positions, so this reads the source itself, by the rules of
CommonMark 0.31, chapter 6, with the few liberties that people take in lists.
"""

import html
import re
from collections.abc import Iterable

from toolcrib.text.brackets import closing_brackets
from toolcrib.text.characters import Characters
from toolcrib.text.styled import BY_TAG, Style, Styled

_SPECIAL = re.compile(r"[\\`*_!\[\]<&~\n]|https?://")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|<!--.*?-->", re.DOTALL
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_BARE_LINK = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]}'\"*_|]")
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_DESTINATION = re.compile(
    r"[ \t]?\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_WIKI_LINK = re.compile(
    r"\[\[([^\[\]|]+)\]\[([^\[\]]+)\]\]|\[\[([^\[\]|]+)\|([^\[\]|]+)\]\](?!\()"
    r"|\[(https?://[^\s\[\]]+)[ \t]+([^\[\]]+)\](?!\()"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_REFERENCE = re.compile(r"\[([^\]\[]*)\]")
_FOREIGN = re.compile(r"([^<>]*?)\s*<([^<>]+)>")
_TICKS = re.compile(r"`+")
_RUN = re.compile(r"\*+|_+")
# Names that Markdown would set in bold: nobody means `**init**`.
_DUNDER = re.compile(r"__(?:future|main|init|builtins?|all|name|version|slots)__")

# As plain numbers: an enum's own operators cost more than the rest.
_CODE, _LINK = int(Style.CODE), int(Style.LINK)
_BREAKING = frozenset({"br", "p", "div", "li", "tr", "hr"})


def styled(
    text: str, spans: Iterable[tuple[int, int]], references: dict[str, str] | None = None
) -> Styled:
    """Return the visible text of a block.

    Args:
        text: The whole source.
        spans: Where the block's content lies, one span a line.
        references: The document's link definitions by their folded label.
    """
    raw: list[str] = []
    offsets: list[int] = []
    last = -1
    for start, end in spans:
        if last >= 0:
            raw.append("\n")
            offsets.append(last)
        raw.append(text[start:end])
        offsets.extend(range(start, end))
        last = end
    return _Scanner("".join(raw), offsets, references or {}).result()


def folded(label: str) -> str:
    """Return a link label in the form in which labels are compared."""
    return " ".join(label.casefold().split())


class _Scanner:
    """One pass over the source of a block, that collects visible characters."""

    def __init__(self, raw: str, offsets: list[int], references: dict[str, str]) -> None:
        self.raw, self.references = raw, references
        self.seen = Characters(offsets)
        self.brackets = closing_brackets(raw)
        self.last_comment = raw.rfind("-->")
        self.tags = 0
        self.href: tuple[int, str] | None = None

    def result(self) -> Styled:
        self.scan(0, len(self.raw))
        return self.seen.styled()

    def put(self, visible: str, start: int, end: int, style: int = 0) -> None:
        """Take visible characters that stand for a stretch of the raw text."""
        self.seen.put(visible, start, end, style | self.tags)

    def scan(self, position: int, stop: int, style: int = 0) -> None:
        while position < stop:
            match = _SPECIAL.search(self.raw, position, stop)
            plain = match.start() if match else stop
            self.put_plain(position, plain, style)
            if match is None:
                return
            position = self._special(match, stop, style)

    def put_plain(self, start: int, end: int, style: int) -> None:
        if start < end:
            self.put(self.raw[start:end], start, end, style)

    def _special(self, match: re.Match[str], stop: int, style: int) -> int:
        at, char = match.start(), match[0]
        handler = _HANDLERS.get(char)
        after = handler(self, at, stop, style) if handler else None
        if after is None and len(char) > 1:
            after = self._bare_link(at, stop, style)
        if after is None:
            self.put(char, at, at + len(char), style)
            return at + len(char)
        return after

    def _escape(self, at: int, stop: int, style: int) -> int | None:
        following = self.raw[at + 1 : at + 2]
        if at + 1 >= stop or not following or following.isalnum() or following.isspace():
            return None
        self.put(following, at, at + 2, style)
        return at + 2

    def _code(self, at: int, stop: int, style: int) -> int | None:
        ticks = len(_TICKS.match(self.raw, at)[0])  # type: ignore[index]  # it stands there
        for match in _TICKS.finditer(self.raw, at + ticks, stop):
            if len(match[0]) == ticks:
                start, end = at + ticks, match.start()
                inner = self.raw[start:end]
                if ticks == 1 and self.raw[end + 1 : end + 2] == "_":
                    return self._foreign_link(start, end, style)
                if inner.strip() and inner[0] in " \n" and inner[-1] in " \n":
                    start, end = start + 1, end - 1
                self.put_plain(start, end, style | _CODE)
                return match.end()
        self.put_plain(at, at + ticks, style)
        return at + ticks

    def _foreign_link(self, start: int, end: int, style: int) -> int:
        """Take a link of reStructuredText: `text <address>`_."""
        match = _FOREIGN.fullmatch(self.raw, start, end)
        last, url = (match.end(1), match[2]) if match else (end, "")
        first = len(self.seen)
        self.put_plain(start, last, style | (_LINK if url else 0))
        if url:
            self.seen.link(first, url)
        return end + 2 + (self.raw[end + 2 : end + 3] == "_")

    def _image(self, at: int, stop: int, style: int) -> int | None:  # noqa: ARG002 -- a handler's signature
        if self.raw[at + 1 : at + 2] != "[":
            return None
        close = self._closing(at + 1, stop)
        after = close and self._destination(close + 1, at + 2, close)
        return after[0] if after else None

    def _link(self, at: int, stop: int, style: int) -> int | None:
        close = self._closing(at, stop)
        if close is None:
            return None
        if match := _FOOTNOTE.match(self.raw, at, close + 1):
            return match.end()
        if match := _WIKI_LINK.match(self.raw, at, close + 1):
            return self._wiki_link(match, style)
        found = self._destination(close + 1, at + 1, close)
        if found is None or found[0] > stop:
            return None
        first = len(self.seen)
        self.scan(at + 1, close, style | _LINK)
        self.seen.link(first, found[1])
        return found[0]

    def _wiki_link(self, match: re.Match[str], style: int) -> int:
        """Take a link of Org or wikis: `[[address][text]]`, `[[page|text]]`, `[address text]`."""
        number = next(n for n in (2, 4, 6) if match[n] is not None)
        first = len(self.seen)
        self.put_plain(*match.span(number), style | _LINK)
        self.seen.link(first, match[number - 1])
        return match.end()

    def _closing(self, at: int, stop: int) -> int | None:
        close = self.brackets.get(at)
        return close if close is not None and close < stop else None

    def _destination(self, after: int, start: int, close: int) -> tuple[int, str] | None:
        if match := _DESTINATION.match(self.raw, after):
            return match.end(), match[1] or match[2] or ""
        label = self.raw[start:close]
        if match := _REFERENCE.match(self.raw, after):
            url = self.references.get(folded(match[1] or label))
            return (match.end(), url) if url is not None else None
        url = self.references.get(folded(label))
        return (after, url) if url is not None else None

    def _angle(self, at: int, stop: int, style: int) -> int | None:
        if match := _AUTOLINK.match(self.raw, at, stop):
            self._add_link(match.start(1), match.end(1), match[1], style)
            return match.end()
        if self.raw.startswith("<!--", at) and self.last_comment < at:
            return None
        match = _TAG.match(self.raw, at, stop)
        if match is None:
            return None
        self._tag(match)
        if (match[1] or "").lower() in _BREAKING and len(self.seen):
            self.put("\n", at, at + 1)
        return match.end()

    def _tag(self, match: re.Match[str]) -> None:
        name, opens = (match[1] or "").lower(), not match[0].startswith("</")
        mark = int(BY_TAG.get(name, 0))
        self.tags = self.tags | mark if opens else self.tags & ~mark
        if name != "a":
            return
        if opens and (found := _HREF.search(match[2] or "")):
            self.href = (len(self.seen), html.unescape(found[1] or found[2] or found[3] or ""))
            self.tags |= _LINK
        elif not opens and self.href:
            self.tags &= ~_LINK
            self.seen.link(self.href[0], self.href[1])
            self.href = None

    def _bare_link(self, at: int, stop: int, style: int) -> int | None:
        match = _BARE_LINK.match(self.raw, at, stop)
        if match is None:
            return None
        self._add_link(at, match.end(), match[0], style)
        return match.end()

    def _add_link(self, start: int, end: int, url: str, style: int) -> None:
        first = len(self.seen)
        self.put_plain(start, end, style | _LINK)
        self.seen.link(first, url)

    def _entity(self, at: int, stop: int, style: int) -> int | None:
        match = _ENTITY.match(self.raw, at, stop)
        if match is None or html.unescape(match[0]) == match[0]:
            return None
        self.put(html.unescape(match[0])[:1] or " ", at, match.end(), style)
        return match.end()

    def _strike(self, at: int, stop: int, style: int) -> int | None:  # noqa: ARG002 -- a handler's signature
        return at + 2 if self.raw[at : at + 2] == "~~" else None

    def _emphasis(self, at: int, stop: int, style: int) -> int | None:
        if match := _DUNDER.match(self.raw, at, stop):
            self.put_plain(at, match.end(), style)
            return match.end()
        match = _RUN.match(self.raw, at, stop)
        if match is None:
            return None
        before, after = self.raw[at - 1 : at], self.raw[match.end() : match.end() + 1]
        left = bool(after.strip()) and match.end() < stop
        right = bool(before.strip())
        if match[0][0] == "_":
            left, right = left and not before.isalnum(), right and not after.isalnum()
        if left or right:
            self.seen.run(match[0], opens=left, closes=right)
        self.put_plain(at, match.end(), style)
        return match.end()


_HANDLERS = {
    "\\": _Scanner._escape,  # noqa: SLF001 -- a table of the class itself
    "`": _Scanner._code,  # noqa: SLF001 -- the same
    "*": _Scanner._emphasis,  # noqa: SLF001 -- the same
    "_": _Scanner._emphasis,  # noqa: SLF001 -- the same
    "!": _Scanner._image,  # noqa: SLF001 -- the same
    "[": _Scanner._link,  # noqa: SLF001 -- the same
    "<": _Scanner._angle,  # noqa: SLF001 -- the same
    "&": _Scanner._entity,  # noqa: SLF001 -- the same
    "~": _Scanner._strike,  # noqa: SLF001 -- the same
}

"""Ignore comments: `crib: ignore[TC302] reason`, in whatever a file's format has for comments.

Such a comment speaks of its own line, or, where it stands alone, of the next line with something on
it. It is no part of the text: readers get the text with spaces in its place.
"""

import re
from collections.abc import Iterator

from toolcrib.model.finding import Ignore
from toolcrib.text.source import Source

_SAID = r"[ \t]*crib:[ \t]*ignore\b(?:\[(?P<codes>[^\]\r\n]*)\])?(?P<reason>[^\r\n]*?)[ \t]*"
_IN_HTML = re.compile(rf"<!--{_SAID}-->")
_AFTER_HASH = re.compile(rf"(?:#|//|\.\.[ ]){_SAID}(?=\r|\n|\Z)")
_MARKED_UP = (".md", ".markdown", ".html", ".htm")


def ignores(path: str, source: Source) -> tuple[Ignore, ...]:
    """Return the ignore comments of a text, in its order."""
    return tuple(_ignore(match, source) for match in _matches(path, source.text))


def without_ignores(path: str, text: str) -> str:
    """Return a text with spaces for its ignore comments: all else keeps its place."""
    for match in _matches(path, text):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


def _matches(path: str, text: str) -> Iterator[re.Match[str]]:
    if "crib:" not in text:
        return
    yield from _IN_HTML.finditer(text)
    # In Markdown a line that begins with # is a heading, and code below it has its own comments.
    if not path.lower().endswith(_MARKED_UP):
        yield from _AFTER_HASH.finditer(text)


def _ignore(match: re.Match[str], source: Source) -> Ignore:
    line, column = source.place(match.start())
    before, after = source.line(line)[: column - 1], source.line(line)[column - 1 + len(match[0]) :]
    alone = not before.strip() and not after.strip()
    return Ignore(
        line=line,
        column=column,
        end=column + len(match[0]),
        of_line=_next_line(source, line) if alone else line,
        codes=tuple(code.strip() for code in (match["codes"] or "").split(",") if code.strip()),
        reason=match["reason"].strip(),
    )


def _next_line(source: Source, line: int) -> int:
    """Return the next line with something on it; the line itself where there is none."""
    later = range(line + 1, source.count + 1)
    return next((number for number in later if source.line(number).strip()), line)

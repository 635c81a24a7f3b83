"""Requirements that a file of a project declares, wherever its format has them."""

import re
from collections.abc import Callable, Iterable, Iterator

from toolcrib.model.mention import Account, Mention, Reading, Unchecked
from toolcrib.model.value import Value
from toolcrib.read.entries import without_long_lines
from toolcrib.text.requirement import pinned_version
from toolcrib.text.source import Source
from toolcrib.text.toml import toml_fault

_COMMENT = re.compile(r"[\s,\]}]#\s*(.*)$")


class Declared(Value, frozen=True, kw_only=True):
    """A name that is required: where it stands in the text, and the group that it is in."""

    start: int
    end: int
    group: str


def declared_reading(path: str, source: Source, declared: Iterable[Declared]) -> Reading:
    """Return the mentions of what is declared; a comment behind a name says what it is for."""
    mentions = tuple(_mention(path, source, one) for one in declared)
    entries = {mention.line: mention for mention in mentions}
    return Reading(mentions=mentions, accounts=tuple(_accounts(source, entries)))


def toml_reading(path: str, text: str, declared: Callable[[Source], Iterable[Declared]]) -> Reading:
    """Return the mentions of what a file of TOML declares; one that is none says so."""
    if fault := toml_fault(text):
        return unreadable(path, f"it is not valid TOML: {fault}")
    source, _ = without_long_lines(path, text)
    return declared_reading(path, source, declared(source))


def unreadable(path: str, reason: str) -> Reading:
    """Return what is read of a file that is not of its format."""
    return Reading(unchecked=(Unchecked(path=path, reason=reason),))


def _mention(path: str, source: Source, one: Declared) -> Mention:
    line, column = source.place(one.start)
    name = source.text[one.start : one.end]
    said = _COMMENT.search(source.text[one.end : source.ends[line - 1]])
    return Mention(
        path=path,
        line=line,
        column=column,
        text=name,
        written=name,
        category=one.group,
        purpose=said[1].strip() if said else "",
        form="requirement",
        pinned=pinned_version(source.text[: source.ends[line - 1]], one.end),
    )


def _accounts(source: Source, entries: dict[int, Mention]) -> Iterator[Account]:
    for number in range(1, source.count + 1):
        if mention := entries.get(number):
            why = f"requires {mention.text}; group “{mention.category}”"
            yield Account(line=number, last=number, made="entry", why=(why,))
        elif source.line(number).strip():
            yield Account(line=number, last=number, made="text", why=("declares no requirement",))

"""Where strings stand in a JSON document, which its parsers do not tell (RFC 8259)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]', re.DOTALL)
_PIECE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)|[^\\]+",
    re.DOTALL,
)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A string that is a value: its path, and where it stands without its quotes."""

    path: Path
    start: int
    end: int


def strings(text: str) -> Iterator[Place]:
    """Yield the strings of a valid document that are values, in its order."""
    path: list[str | int] = []
    arrays: list[bool] = []
    is_key = False
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in "[{":
            arrays.append(word == "[")
            path.append(0 if word == "[" else "")
            is_key = word == "{"
        elif word in "]}":
            if arrays:
                arrays.pop()
                path.pop()
            is_key = False
        elif word == ",":
            if arrays and arrays[-1]:
                path[-1] = int(path[-1]) + 1
            is_key = bool(arrays) and not arrays[-1]
        elif word == ":":
            is_key = False
        elif is_key:
            path[-1] = word[1:-1]
        else:
            yield Place(tuple(path), match.start() + 1, match.end() - 1)


def characters(text: str, place: Place) -> Iterator[tuple[str, int]]:
    """Yield the characters that a string means, each with the offset of its source."""
    for match in _PIECE.finditer(text, place.start, place.end):
        high, low, code, escaped = match.groups()
        if high:
            value = 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00
            yield chr(value), match.start()
        elif code:
            yield chr(int(code, 16)), match.start()
        elif escaped:
            yield _ESCAPED.get(escaped, escaped), match.start()
        else:
            yield from zip(match[0], range(match.start(), match.end()), strict=True)

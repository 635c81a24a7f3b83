"""Where keys and strings stand in a TOML document, which its parsers do not tell.

The text is one that `tomllib` has accepted; the syntax is that of TOML 1.0.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r'(?P<long>"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5})'
    r'|(?P<string>"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)|(?P<mark>[\[\]{}=,.\n])|(?P<bare>[^\s\[\]{}=,.\"'#]+)",
    re.DOTALL,
)


def toml_fault(text: str) -> str:
    """Return why a text is no TOML; empty where it is."""
    import tomllib

    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as fault:
        return str(fault)
    except RecursionError:
        return "it is nested too deep"
    return ""


class Place(NamedTuple):
    """A key, or a string that is a value: its path, and where it stands without its quotes."""

    path: tuple[str, ...]
    is_key: bool
    start: int
    end: int


def places(text: str) -> Iterator[Place]:
    """Yield the keys and the strings of a document that lie on one line, in its order."""
    scan = _Scan()
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "comment":
            yield from scan.take(match, text)


class _Scan:
    """Where in the grammar the scan is: in a key, in the name of a table, before or in a value."""

    def __init__(self) -> None:
        self.step = self.key
        self.table: tuple[str, ...] = ()
        self.path: tuple[str, ...] = ()
        self.keys: list[tuple[str, int, int]] = []
        # Arrays and inline tables that are open, each with the path of what it holds.
        self.open: list[tuple[str, tuple[str, ...]]] = []

    def take(self, match: re.Match[str], text: str) -> Iterator[Place]:
        if self.step in (self.key, self.header) and match.lastgroup in ("bare", "string"):
            cut = int(match.lastgroup == "string")
            start, end = match.start() + cut, match.end() - cut
            self.keys.append((text[start:end], start, end))
        else:
            yield from self.step(match)

    def named(self, base: tuple[str, ...]) -> Place:
        """Return the key that has been read, and forget its parts."""
        path = (*base, *(key for key, _, _ in self.keys))
        _, start, end = self.keys[-1]
        self.keys = []
        return Place(path, is_key=True, start=start, end=end)

    def key(self, match: re.Match[str]) -> Iterator[Place]:
        word = match[0]
        if word == "[" and not self.keys and not self.open:
            self.step = self.header
        elif word == "=" and self.keys:
            place = self.named(self.open[-1][1] if self.open else self.table)
            self.path, self.step = place.path, self.value
            yield place
        elif word == "}" and self.open:
            self.close()

    def header(self, match: re.Match[str]) -> Iterator[Place]:
        if match[0] == "\n" and self.keys:
            place = self.named(())
            self.table, self.step = place.path, self.key
            yield place

    def value(self, match: re.Match[str]) -> Iterator[Place]:
        word = match[0]
        if match.lastgroup == "string":
            yield Place(self.path, is_key=False, start=match.start() + 1, end=match.end() - 1)
        elif word in ("[", "{"):
            self.open.append((word, self.path))
            self.step = self.value if word == "[" else self.key
        elif word in ("]", "}") and self.open:
            self.close()
        elif word == "," and self.open:
            self.path = self.open[-1][1]
            self.step = self.value if self.open[-1][0] == "[" else self.key
        elif word == "\n" and not self.open:
            self.step = self.key

    def close(self) -> None:
        self.open.pop()
        self.step = self.value
        self.path = self.open[-1][1] if self.open else ()

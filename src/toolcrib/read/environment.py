"""`environment.yml` of conda: its dependencies, and those that it has pip install.

conda has names of its own (`pytorch` for torch) and much that is no Python; so of its packages only
those are read that are known as distributions of the very same name.
"""

import re
from collections.abc import Iterator

from toolcrib.model.mention import Reading
from toolcrib.model.module import normalised
from toolcrib.read.declared import Declared, declared_reading
from toolcrib.read.entries import without_long_lines
from toolcrib.read.reader import Known, Reader
from toolcrib.text.requirement import name_span
from toolcrib.text.source import Source

_ITEM = re.compile(r"(\s*)-\s+([\"']?)")
_KEY = re.compile(r"(\s*)(?:-\s+)?([\w-]+)\s*:\s*(?:#.*)?$")
_CHANNEL = re.compile(r"[\w./-]+::")
_PACKAGE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", re.ASCII)


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of an environment file: what it has conda and pip install."""
    source, _ = without_long_lines(path, text)
    return declared_reading(path, source, _declared(source, known))


def _declared(source: Source, known: Known) -> Iterator[Declared]:
    group, indent = "", 0
    for number in range(1, source.count + 1):
        line = source.line(number)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if match := _KEY.match(line):
            inner = group in ("dependencies", "pip") and match[2] == "pip"
            group, indent = match[2] if inner or not match[1] else "", len(match[1])
            continue
        item = _ITEM.match(line)
        if item is None:
            group = group if line[:1].isspace() else ""
            continue
        if group == "pip" and len(item[1]) <= indent:
            group = "dependencies"
        start = source.starts[number - 1] + item.end()
        text = line[item.end() :].rstrip().removesuffix(item[2] or "\0")
        span = _pip_span(text) if group == "pip" else _conda_span(text, known)
        if group in ("pip", "dependencies") and span:
            yield Declared(start=start + span[0], end=start + span[1], group=group)


def _pip_span(text: str) -> tuple[int, int] | None:
    return name_span(text.partition(" #")[0])


def _conda_span(text: str, known: Known) -> tuple[int, int] | None:
    channel = _CHANNEL.match(text)
    match = _PACKAGE.match(text, channel.end() if channel else 0)
    if match is None or match[0] in ("python", "pip"):
        return None
    return match.span() if known(match[0]).id == f"pypi:{normalised(match[0])}" else None


READER = Reader(
    name="environment", read=read, suffixes=(".yml", ".yaml"), names=("environment", "conda")
)

"""`setup.cfg`: the options of setuptools that hold requirements, one a line."""

import re
from collections.abc import Iterator

from toolcrib.model.mention import Reading
from toolcrib.read.declared import Declared, declared_reading
from toolcrib.read.entries import without_long_lines
from toolcrib.read.reader import Known, Reader
from toolcrib.text.requirement import name_span
from toolcrib.text.source import Source

_SECTION = re.compile(r"\[([^\]]+)\]")
_KEY = re.compile(r"([\w.-]+)\s*[=:]")
_KEYS = frozenset({"install_requires", "setup_requires", "tests_require"})


def read(path: str, text: str, known: Known) -> Reading:  # noqa: ARG001 -- a reader's signature
    """Return the mentions of a setup.cfg: what it requires."""
    source, _ = without_long_lines(path, text)
    return declared_reading(path, source, _declared(source))


def _declared(source: Source) -> Iterator[Declared]:
    section = key = ""
    for number in range(1, source.count + 1):
        line, at = source.line(number), 0
        if match := _SECTION.match(line):
            section, key = match[1].strip(), ""
            continue
        if match := _KEY.match(line):
            key, at = match[1], match.end()
        wanted = (section == "options" and key in _KEYS) or section == "options.extras_require"
        if not wanted or not key or line.lstrip().startswith(("#", ";")):
            continue
        start = source.starts[number - 1] + at
        if line[at:].strip() and (span := name_span(line[at:])):
            yield Declared(start=start + span[0], end=start + span[1], group=key)


READER = Reader(name="setup.cfg", read=read, suffixes=(".cfg",), names=("setup",))

"""Requirements files of pip: one distribution a line, comments as headings.

The syntax is that of pip's requirements file format, with PEP 508 for each line.
"""

import re
from collections.abc import Iterator

from toolcrib.model.mention import Mention, Reading
from toolcrib.read.reader import Known, Reader
from toolcrib.text.source import Source

_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)", re.ASCII)
_AFTER = re.compile(r"\s*(?:$|[\[<>=!~;@#]|--|\\\s*$)")
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9._-]+)", re.ASCII)
_COMMENT = re.compile(r"\s*#+\s?(.*)")
_TRAILING = re.compile(r"\s#\s*(.*)$")


def read(path: str, text: str, known: Known) -> Reading:  # noqa: ARG001 -- a reader's signature
    """Return the mentions of a requirements file: what each line requires."""
    return Reading(mentions=tuple(_mentions(path, Source(text=text))))


def _mentions(path: str, source: Source) -> Iterator[Mention]:
    heading = ""
    goes_on = False
    for number in range(1, source.count + 1):
        line = source.line(number)
        continued, goes_on = goes_on, line.rstrip().endswith("\\")
        if match := _COMMENT.fullmatch(line):
            heading = match[1].strip(" -=#:") or heading
        elif not continued and (match := _requirement(line)):
            said = _TRAILING.search(line)
            yield Mention(
                path=path,
                line=number,
                column=match.start(1) + 1,
                text=match[1],
                written=match[1],
                category=heading,
                purpose=said[1] if said else "",
                form="requirement",
            )


def _requirement(line: str) -> re.Match[str] | None:
    match = _NAME.match(line)
    if match and _AFTER.match(line, match.end()):
        return match
    return (
        _EGG.search(line) if line.lstrip().startswith(("-e", "--editable", "git+", "hg+")) else None
    )


READER = Reader(
    name="requirements",
    read=read,
    suffixes=(".txt", ".in"),
    names=("requirements", "constraints", "dev-requirements", "test-requirements"),
)

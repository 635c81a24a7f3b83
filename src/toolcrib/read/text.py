"""Plain text, often Markdown or a page of a wiki; lines that are indented are no code in it."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a plain text."""
    from toolcrib.text.wiki import plain_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, plain_nodes(source), known, unchecked)


READER = Reader(name="text", read=read, suffixes=(".txt", ".text", ".wiki", ".mediawiki"))

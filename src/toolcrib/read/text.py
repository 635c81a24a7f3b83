"""Plain text, which is Markdown more often than not: indented lines are lines here, not code."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a plain text."""
    from toolcrib.text.markdown import markdown_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, markdown_nodes(source, plain=True), known, unchecked)


READER = Reader(name="text", read=read, suffixes=(".txt", ".text", ".adoc", ".org"))

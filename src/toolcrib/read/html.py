"""HTML: lists, definition lists, tables, headings and paragraphs of a page."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a page."""
    from toolcrib.text.html import html_nodes  # noqa: PLC0415 -- only for pages

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, html_nodes(source), known, unchecked)


READER = Reader(name="html", read=read, suffixes=(".html", ".htm", ".xhtml"))

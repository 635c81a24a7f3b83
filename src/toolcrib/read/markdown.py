"""Markdown: lists, tables, headings and plain lines, with HTML among them."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a Markdown text."""
    from toolcrib.text.markdown import markdown_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, markdown_nodes(source), known, unchecked)


READER = Reader(
    name="markdown", read=read, suffixes=(".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
)

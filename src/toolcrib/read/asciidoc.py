"""AsciiDoc: titles, lists with descriptions, tables and listings."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of an AsciiDoc document."""
    from toolcrib.text.asciidoc import asciidoc_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, asciidoc_nodes(source), known, unchecked)


READER = Reader(name="asciidoc", read=read, suffixes=(".adoc", ".asciidoc", ".asc"))

"""reStructuredText: what Markdown has, with definition lists, fields, directives and its tables."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a reStructuredText document."""
    from toolcrib.text.rest import rest_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, rest_nodes(source), known, unchecked)


READER = Reader(name="rst", read=read, suffixes=(".rst", ".rest"))

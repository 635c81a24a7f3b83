"""Org: headlines, lists with descriptions, tables and source blocks of Emacs."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of an Org document."""
    from toolcrib.text.org import org_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, org_nodes(source), known, unchecked)


READER = Reader(name="org", read=read, suffixes=(".org",))

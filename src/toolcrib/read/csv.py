"""Tables that were saved as text: values with commas, semicolons or tabs between them."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a file of values."""
    from toolcrib.text.csv import csv_nodes  # noqa: PLC0415 -- only for such files

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, csv_nodes(source), known, unchecked)


READER = Reader(name="csv", read=read, suffixes=(".csv", ".tsv"))

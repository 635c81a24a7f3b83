"""Lists that are kept as JSON; notebooks have a reader of their own."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a file of JSON, or of one with a value on each line."""
    from toolcrib.text.values import json_nodes  # noqa: PLC0415 -- needed for such files alone

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, json_nodes(source), known, unchecked)


READER = Reader(name="json", read=read, suffixes=(".json", ".jsonl", ".ndjson"))
"""Lists as JSON."""

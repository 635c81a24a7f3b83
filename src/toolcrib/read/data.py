"""Lists that are kept as data, in files of YAML or TOML that are no project's."""

from toolcrib.model.mention import Reading
from toolcrib.read.entries import read_entries, without_long_lines
from toolcrib.read.reader import Known, Reader


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a file of data."""
    from toolcrib.text.data import data_nodes  # noqa: PLC0415 -- the parser is heavy

    source, unchecked = without_long_lines(path, text)
    return read_entries(path, source, data_nodes(source), known, unchecked)


READER = Reader(name="data", read=read, suffixes=(".yaml", ".yml", ".toml"))

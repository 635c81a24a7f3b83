"""From texts to mentions: one file a format."""

from toolcrib.read.asciidoc import READER as ASCIIDOC
from toolcrib.read.csv import READER as CSV
from toolcrib.read.data import READER as DATA
from toolcrib.read.environment import READER as ENVIRONMENT
from toolcrib.read.foreign import READER as FOREIGN
from toolcrib.read.html import READER as HTML
from toolcrib.read.markdown import READER as MARKDOWN
from toolcrib.read.notebook import READER as NOTEBOOK
from toolcrib.read.org import READER as ORG
from toolcrib.read.pipfile import READER as PIPFILE
from toolcrib.read.pyproject import READER as PYPROJECT
from toolcrib.read.reader import Reader
from toolcrib.read.requirements import READER as REQUIREMENTS
from toolcrib.read.rst import READER as RST
from toolcrib.read.setup_cfg import READER as SETUP_CFG
from toolcrib.read.text import READER as TEXT
from toolcrib.read.values import READER as VALUES

READERS: tuple[Reader, ...] = (
    FOREIGN,
    REQUIREMENTS,
    PYPROJECT,
    PIPFILE,
    SETUP_CFG,
    ENVIRONMENT,
    NOTEBOOK,
    HTML,
    MARKDOWN,
    RST,
    ORG,
    ASCIIDOC,
    DATA,
    VALUES,
    CSV,
    TEXT,
)
"""All readers; where several could read a file, the first one does."""


def reader_for(path: str) -> Reader:
    """Return the reader for a file by its name; what no reader claims is plain text."""
    folder, _, name = path.replace("\\", "/").lower().rpartition("/")
    for reader in READERS:
        named = name.startswith(reader.names) or folder.rpartition("/")[2] in reader.names
        if reader.names and named and name.endswith(reader.suffixes):
            return reader
    by_suffix = (r for r in READERS if not r.names and name.endswith(r.suffixes))
    return next(by_suffix, TEXT)

"""`Pipfile`: the tables of packages that Pipenv installs."""

from collections.abc import Iterator

from toolcrib.model.mention import Reading
from toolcrib.read.declared import Declared, toml_reading
from toolcrib.read.reader import Known, Reader
from toolcrib.text.source import Source
from toolcrib.text.toml import places

# Every other table is a category of packages.
_OTHERS = frozenset({"source", "requires", "scripts", "pipenv"})
_KEY_OF_TABLE = 2


def read(path: str, text: str, known: Known) -> Reading:  # noqa: ARG001 -- a reader's signature
    """Return the mentions of a Pipfile: the keys of its tables of packages."""
    return toml_reading(path, text, _declared)


def _declared(source: Source) -> Iterator[Declared]:
    for place in places(source.text):
        if place.is_key and len(place.path) == _KEY_OF_TABLE and place.path[0] not in _OTHERS:
            yield Declared(start=place.start, end=place.end, group=place.path[0])


READER = Reader(name="pipfile", read=read, suffixes=("pipfile",), names=("pipfile",))

"""Modules that an item tells to install, where nothing else in a document lists them."""

import re
from collections.abc import Iterator, Sequence

from toolcrib.read.entries.names import Candidate, Known, candidate
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import COMMAND, Taken
from toolcrib.text.styled import Style, Styled

_INSTALL = re.compile(
    r"(?:[$>!%]\s*)?(?:sudo\s+)?(?:python3?\s+-m\s+|py\s+-m\s+|uv\s+)?pip3?\s+install\s+"
    r"|(?:uv|poetry)\s+add\s+"
)
_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?![\w/\\:])", re.ASCII)

# Options with a value of their own: a file, an address, a folder.
_WITH_VALUE = frozenset(
    """
    -c -e -f -i -r -t --constraint --editable --extra-index-url --find-links --index-url
    --requirement --target --group
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_SEVERAL = 2


def commands(slots: Sequence[Slot], believed: Sequence[Taken], known: Known) -> Iterator[Taken]:
    """Take what items say to install: several names, none of which is listed anywhere else."""
    listed = {name.id or name.written for one in believed for name in one.names}
    for slot in slots:
        if slot.run[0] != "item" or not _INSTALL.search(slot.text.text):
            continue
        names = tuple(_installed(slot.text, known))
        if len(names) >= _SEVERAL and not any((c.id or c.written) in listed for c in names):
            yield Taken(slot=slot, names=names, way=COMMAND)


def _installed(text: Styled, known: Known) -> Iterator[Candidate]:
    """Yield the names in the first command of a text that installs, which is set as code."""
    for start, end in text.stretches(Style.CODE):
        match = _INSTALL.match(text.text, start, end)
        if match is None:
            continue
        before = ""
        for word in _WORD.finditer(text.text, match.end(), end):
            quoted = len(word[0]) - len(word[0].lstrip("\"'"))
            name = _NAME.match(text.text, word.start() + quoted, word.end())
            if name and before not in _WITH_VALUE:
                found = candidate(text, *name.span(), known)
                yield from [found] if found else []
            before = word[0]
        return

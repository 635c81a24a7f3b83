"""Requirements files of pip: one distribution a line, comments as headings.

The syntax is that of pip's requirements file format, with PEP 508 for each line.
"""

import re
from collections.abc import Iterator

from toolcrib.model.mention import Account, Mention, Reading
from toolcrib.read.reader import Known, Reader
from toolcrib.text.requirement import is_specific, name_span, pinned_version
from toolcrib.text.source import Source

_COMMENT = re.compile(r"#+\s?(.*)")
_TRAILING = re.compile(r"\s#\s*(.*)$")
_KNOWN, _LONGEST, _WORDS = 0.8, 60, 7
_SENTENCE_ENDS = (".", "!", "?", ";", ",")


def read(path: str, text: str, known: Known) -> Reading:
    """Return the mentions of a requirements file: what each line requires."""
    lines = _Lines(path, Source(text=text), known)
    mentions = tuple(lines.mentions())
    return Reading(mentions=mentions, accounts=tuple(lines.accounts))


class _Lines:
    """A pass over the lines of a file, and what was made of each."""

    def __init__(self, path: str, source: Source, known: Known) -> None:
        self.path, self.source, self.known = path, source, known
        self.heading = ""
        self.accounts: list[Account] = []

    def mentions(self) -> Iterator[Mention]:
        goes_on = False
        for number in range(1, self.source.count + 1):
            line = self.source.line(number)
            continued, goes_on = goes_on, line.rstrip().endswith("\\")
            if not line.strip():
                continue
            if continued:
                self._tell(number, "skipped", "goes on with the line above")
            elif line.lstrip().startswith("#"):
                self._comment(number, line)
            elif span := name_span(line):
                self._tell(number, "entry", f"requires {line[slice(*span)]}")
                yield self._mention(number, line, span)
            else:
                self._tell(number, "skipped", "an option, a path or no requirement")

    def _mention(self, number: int, line: str, span: tuple[int, int]) -> Mention:
        name = line[slice(*span)]
        said = _TRAILING.search(line)
        return Mention(
            path=self.path,
            line=number,
            column=span[0] + 1,
            text=name,
            written=name,
            category=self.heading,
            purpose=said[1] if said else "",
            form="requirement",
            pinned=pinned_version(line, span[1]),
        )

    def _comment(self, number: int, line: str) -> None:
        match = _COMMENT.fullmatch(line.rstrip())
        title = match[1].strip(" -=#:*") if match else ""
        if match is None:
            self._tell(number, "skipped", "a comment on the line above")
        elif not title or not self._is_title(title):
            self._tell(number, "skipped", "a comment that is no heading")
        else:
            self.heading = title
            self._tell(number, "heading")

    def _is_title(self, text: str) -> bool:
        """Whether a comment is a heading: a few words, no sentence, no requirement put aside."""
        aside = is_specific(text) or (name_span(text) and self.known(text).weight >= _KNOWN)
        short = len(text) <= _LONGEST and len(text.split()) <= _WORDS
        lower = not text[:1].isupper()
        return short and not text.endswith(_SENTENCE_ENDS) and not (aside and lower)

    def _tell(self, number: int, made: str, *why: str) -> None:
        self.accounts.append(Account(line=number, last=number, made=made, why=why))


READER = Reader(
    name="requirements",
    read=read,
    suffixes=(".txt", ".in"),
    names=("requirements", "constraints", "dev-requirements", "test-requirements"),
)

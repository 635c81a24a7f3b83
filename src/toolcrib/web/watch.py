"""What is asked while a page is made, and what is answered.

A page is made of answers alone: of rows of the bundle and of values that many pages share. So one
that would be answered the same is the same, byte for byte, and need not be made again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import msgspec

from toolcrib.catalog.watched import Reader, Rows

Question = tuple[object, ...]
"""A query with its values, or the name of a shared value with its key."""

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(answer: object) -> bytes:
    """Return what tells an answer from all others."""
    return hashlib.blake2b(_encode(answer), digest_size=16).digest()


class Watch:
    """Numbers questions, keeps the digest of each answer, and hears who asks what.

    A question has one answer as long as a watch lasts: the bundle is only read.
    """

    def __init__(self, fresh: Callable[[], None] = lambda: None) -> None:
        """Take what makes those forget who keep answers, for else they would not ask again."""
        self.fresh = fresh
        self.digests: list[bytes] = []
        self._numbers: dict[Question, int] = {}
        self._rows: dict[Question, Rows] = {}
        self._asked: list[set[int]] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions by number."""
        return tuple(self._numbers)

    @contextmanager
    def making(self) -> Iterator[set[int]]:
        """Give the numbers of what is asked in the meantime, except within another such part."""
        asked: set[int] = set()
        self._asked.append(asked)
        self.fresh()
        try:
            yield asked
        finally:
            self._asked.pop()
            self.fresh()

    @contextmanager
    def pausing(self) -> Iterator[None]:
        """Hear nothing in the meantime."""
        before, self._asked = self._asked, []
        try:
            yield
        finally:
            self._asked = before
            self.fresh()

    def know(self, question: Question, answered: bytes) -> int:
        """Give a question its number, with the digest of its answer."""
        number = self._numbers.setdefault(question, len(self.digests))
        if number == len(self.digests):
            self.digests.append(answered)
        return number

    def note(self, question: Question, answer: object) -> None:
        """Hear a question and its answer, if anything is being made."""
        if not self._asked:
            return
        number = self._numbers.get(question)
        self._asked[-1].add(self.know(question, digest(answer)) if number is None else number)

    def depend(self, numbers: Iterable[int]) -> None:
        """Hear all that a value was made of which is used now."""
        if self._asked:
            self._asked[-1].update(numbers)

    def reader(self, read: Reader) -> Reader:
        """Return what reads rows and tells of it; what was read while making is read once."""

        def heard(query: str, values: tuple[object, ...]) -> Rows:
            if not self._asked:
                return read(query, values)
            question: Question = (query, *values)
            rows = self._rows.get(question)
            if rows is None:
                rows = self._rows[question] = read(query, values)
            self.note(question, rows)
            return rows

        return heard

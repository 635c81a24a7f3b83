"""What a site was made of the last time, so that only what would be another is made again.

Of each page it is kept which questions were asked while it was made, and of each question the
digest of its answer. All questions are asked once more: a page none of whose answers has changed is
the same. What is kept is kept for the same code alone.
"""

import hashlib
import platform
import sqlite3
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import toolcrib
from toolcrib.app.settings import cache_folder
from toolcrib.catalog.kept import Kept
from toolcrib.catalog.watched import WatchedBundle
from toolcrib.model.value import Value
from toolcrib.web.stock import Stock
from toolcrib.web.watch import Question, digest

_NUMBER: Final = "I"
_SELECT = "SELECT "
_RENDERERS = ("jinja2", "markdown-it-py", "markupsafe", "msgspec", "pygments")
_NO_CODE = (".png", ".pyc", ".sqlite")
_WORTH_PACKING = 2
"""How many times more questions than are needed are kept before they get new numbers."""

Files = tuple[tuple[str, str], ...]
"""Paths of files, each with the digest of its content."""


def memory_of(folder: Path) -> Path:
    """Return where it is kept what the site in a folder was made of: in the user's cache."""
    name = hashlib.blake2b(str(folder.resolve()).encode(), digest_size=16).hexdigest()
    return cache_folder().value / "sites" / f"{name}.kept"


class Made(Value, frozen=True, kw_only=True):
    """Some files, whether a site map lists them, and the numbers of the questions behind them."""

    files: Files
    listed: bool
    asked: bytes


class Questions(Value, frozen=True, kw_only=True):
    """Questions with the digests of their answers; the first of each is a number in `names`."""

    bundle: str = ""
    names: tuple[str, ...] = ()
    questions: tuple[tuple[Any, ...], ...] = ()
    digests: tuple[bytes, ...] = ()


class Memory:
    """What was made before, as far as it would be made the same now, and what is made now."""

    def __init__(self, stock: Stock, path: Path | None, made_by: str) -> None:
        """Read what is kept in a file, and ask all questions of it again.

        Args:
            stock: What answers them.
            path: The file; nothing lasts without one. One that is damaged counts as empty.
            made_by: What changes with all that no question is about.
        """
        self._stock = stock
        self._kept = Kept(str(path or ""), made_by)
        self._path = path
        self._bundle = stock.bundle.digest()
        before = self._kept.section("questions", Questions).before.get("", ("", Questions()))[1]
        self._made = self._kept.section("made", Made)
        self._was = before.bundle
        self._changed = self._ask_again(before)

    def recall(self, name: str) -> Made | None:
        """Return what was made by a name, if it would be made the same now."""
        found = self._made.before.get(name)
        if found is None or not self._changed.isdisjoint(_numbers(found[1])):
            return None
        self._made.now[name] = found
        return found[1]

    def keep(self, name: str, files: Files, asked: Iterable[int], *, listed: bool = False) -> Made:
        """Keep what was made by a name, with the numbers of what was asked for it."""
        numbers = array(_NUMBER, sorted(asked)).tobytes()
        made = Made(files=files, listed=listed, asked=numbers)
        self._made.now[name] = ("", made)
        return made

    def write(self) -> None:
        """Write all of it for the next time."""
        unchanged = self._was == self._bundle and not self._made.changed()
        if self._path is None or unchanged:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._kept.section("questions", Questions).now[""] = ("", self._packed())
        self._kept.write()

    def _ask_again(self, before: Questions) -> set[int]:
        """Return the numbers of the questions that are answered in another way than before."""
        same_rows = before.bundle == self._bundle
        changed = set()
        for number, (asked, old) in enumerate(zip(before.questions, before.digests, strict=True)):
            question: Question = (before.names[asked[0]], *asked[1:])
            known = same_rows and before.names[asked[0]].startswith(_SELECT)
            new = old if known else self._answer(question)
            self._stock.watch.know(question, new)
            if new != old or not new:
                changed.add(number)
        return changed

    def _answer(self, question: Question) -> bytes:
        """Return the digest of an answer, empty where there is none any more."""
        name, *values = question
        bundle = self._stock.bundle
        try:
            if str(name).startswith(_SELECT) and isinstance(bundle, WatchedBundle):
                return digest(bundle.read(str(name), *values))
            return digest(self._stock.answer(question))
        except (LookupError, TypeError, sqlite3.Error):
            return b""

    def _packed(self) -> Questions:
        """Return the questions that are needed, and number what was made anew if they are few."""
        watch = self._stock.watch
        asked = {name: _numbers(made) for name, (_, made) in self._made.now.items()}
        needed = sorted(set().union(*asked.values()))
        if len(watch.digests) > _WORTH_PACKING * len(needed):
            places = {number: place for place, number in enumerate(needed)}
            for name, numbers in asked.items():
                made = self._made.now[name][1]
                self.keep(name, made.files, map(places.__getitem__, numbers), listed=made.listed)
        else:
            needed = list(range(len(watch.digests)))
        questions = watch.questions
        names: dict[str, int] = {}
        return Questions(
            bundle=self._bundle,
            questions=tuple(
                (names.setdefault(str(questions[n][0]), len(names)), *questions[n][1:])
                for n in needed
            ),
            digests=tuple(watch.digests[n] for n in needed),
            names=tuple(names),
        )


def _numbers(made: Made) -> "memoryview[int]":
    return memoryview(made.asked).cast(_NUMBER)


def code_stamp() -> str:
    """Return what changes with the code that makes pages, with its data, and with its Python."""
    from importlib.metadata import version

    root = Path(toolcrib.__file__).parent
    stamp = hashlib.blake2b(digest_size=16)
    stamp.update(platform.python_version().encode())
    for name in _RENDERERS:
        stamp.update(f"{name} {version(name)}\0".encode())
    for path in sorted(root.rglob("*")):
        if path.suffix not in _NO_CODE and path.is_file():
            content = path.read_bytes()
            stamp.update(f"{path.relative_to(root)}\0{len(content)}\0".encode() + content)
    return stamp.hexdigest()

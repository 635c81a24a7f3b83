"""Tables that are shipped and searched without being parsed: import names, well-known projects.

They are written by `scripts/import_names.py` and `scripts/popular_names.py`, which say how.
"""

import os
from collections.abc import Iterable
from functools import cache

from toolcrib.identify.lines import SortedLines
from toolcrib.model.value import Value

_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 -- pathlib costs more than the lookup


class Owner(Value, frozen=True, kw_only=True):
    """A distribution that has an import name: by the wheel of a version, or by hand."""

    distribution: str
    version: str = ""

    @property
    def evidence(self) -> str:
        """How it is known, in words."""
        return f"file list of its wheel {self.version}" if self.version else "list by hand"


@cache
def import_owners() -> SortedLines:
    """Return the table of import names."""
    return _read("imports.tsv")


@cache
def popular() -> SortedLines:
    """Return the most downloaded projects; its comment is the day that it tells of."""
    return _read("popular.tsv")


def ranks(names: Iterable[str]) -> dict[str, int]:
    """Return the places of projects among the most downloaded ones, of those that are."""
    table = popular()
    return {name: int(rank) for name in names if (rank := table.get(name))}


@cache
def popular_names() -> frozenset[str]:
    """Return the names of the most downloaded projects, for many questions at once."""
    return frozenset(popular())


@cache
def imported_names() -> frozenset[str]:
    """Return the names in the table of import names, for many questions at once."""
    return frozenset(import_owners())


def owners(name: str) -> tuple[str, tuple[Owner, ...]]:
    """Return the longest known beginning of a dotted import name, and who has it."""
    if " " in name:
        return "", ()  # no import name: a whole line of a list, as most questions are
    package, table = name, import_owners()
    while package:
        if (found := table.get(package)) is not None:
            pairs = (word.partition("=") for word in found.split())
            return package, tuple(Owner(distribution=d, version=v) for d, _, v in pairs)
        package = package.rpartition(".")[0]
    return "", ()


def rank(project: str) -> int:
    """Return how many projects are downloaded more often, or a number beyond all of them."""
    return int(popular().get(project) or _UNKNOWN)


_UNKNOWN = 1_000_000


def _read(name: str) -> SortedLines:
    with open(os.path.join(_DATA, name), "rb") as file:  # noqa: PTH118, PTH123 -- as above
        return SortedLines(file.read())

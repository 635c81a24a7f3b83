"""The Python interface: what the command line answers, as values."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from toolcrib.app.browse import Kind, browse
from toolcrib.app.bundle import open_bundle
from toolcrib.app.compare import compare
from toolcrib.app.find import LIMIT, find
from toolcrib.app.language import ENGLISH, Texts
from toolcrib.app.show import show
from toolcrib.errors import ToolcribError
from toolcrib.model.hit import Hit
from toolcrib.model.module import Module
from toolcrib.model.page import Comparison, Listing, ModulePage, TaskPage
from toolcrib.model.proof import Proof
from toolcrib.model.task import Solution, Task

if TYPE_CHECKING:
    from toolcrib.catalog.bundle import Bundle

__all__ = [
    "Comparison",
    "Crib",
    "Hit",
    "Listing",
    "Module",
    "ModulePage",
    "Proof",
    "Solution",
    "Task",
    "TaskPage",
    "ToolcribError",
    "open",
]


class Crib:
    """An open catalog. Made by `open`; a context manager that closes it."""

    def __init__(self, bundle: "Bundle", language: str = ENGLISH) -> None:
        """Answer from a bundle, in a language."""
        self._bundle = bundle
        self._texts = Texts(bundle, language)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the bundle."""
        self.close()

    def close(self) -> None:
        """Close the bundle; nothing can be asked after that."""
        self._bundle.close()

    def find(  # noqa: PLR0913 -- the filters of the command line
        self,
        query: str,
        limit: int = LIMIT,
        *,
        stdlib: bool = False,
        python: str = "",
        category: str = "",
        proven: bool = False,
    ) -> tuple[Hit, ...]:
        """Return the modules for a task in plain words, or for a name; the best first.

        Only modules of the standard library, only what is there on a Python (X.Y), only of a
        category, only what is proven: what is asked for holds together.

        Raises:
            UsageError: There is no such category or Python.
        """
        from toolcrib.app.filters import Filters, checked  # noqa: PLC0415 -- for who finds alone

        wanted = Filters(stdlib=stdlib, python=python, category=category, proven=proven)
        filters = checked(self._bundle, wanted, self._texts)
        return find(self._bundle, query, self._texts, limit, filters).hits

    def show(self, name: str) -> ModulePage | TaskPage:
        """Return what is known of a module or a task.

        Raises:
            ToolcribError: The catalog has no such name.
        """
        return show(self._bundle, name, self._texts)

    def list(self, *, collection: str = "", category: str = "", kind: Kind = "modules") -> Listing:
        """Return modules, tasks or tools on their shelves: all, of a category, of a collection.

        Raises:
            ToolcribError: There is no such category or collection, or a collection is asked for
                together with a category or with another kind.
        """
        return browse(
            self._bundle, self._texts, collection=collection, category=category, kind=kind
        )

    def compare(self, *names: str) -> Comparison:
        """Return modules side by side on the tasks they share, or all modules that do one task.

        Raises:
            ToolcribError: The catalog has no such name, or there is nothing to compare with.
        """
        return compare(self._bundle, names, self._texts)


def open(catalogs: Iterable[str | os.PathLike[str]] = (), language: str = ENGLISH) -> Crib:  # noqa: A001 -- toolcrib.open() reads as it is meant
    """Open the built-in catalog, the user's own, and those in the folders named here.

    Raises:
        ToolcribError: A folder is no catalog, or its content cannot be read.
    """
    return Crib(open_bundle([os.fspath(folder) for folder in catalogs]), language)

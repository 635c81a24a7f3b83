"""What many pages share, in whatever language: read from the bundle once, and looked up by key.

Whoever uses the whole of something depends on all that it was made of, whoever looks one thing up
depends on that alone: when a module changes, only pages that show it have to be made again.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Self, TypeVar, overload

from toolcrib.app.coverage import best_proofs, coverage
from toolcrib.app.what import what
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.coverage import Coverage
from toolcrib.model.identity import Identity, Trap
from toolcrib.model.module import Category, Collection, Module, ModuleId
from toolcrib.model.proof import Proof
from toolcrib.model.task import Task
from toolcrib.web.browser import Browser
from toolcrib.web.search_index import packed, search_index
from toolcrib.web.watch import Question, Watch

T = TypeVar("T")


class Whole(Generic[T]):
    """A value that is made once; who reads it depends on all that it was made of."""

    def __init__(self, make: "Callable[[Stock], T]") -> None:
        """Take what makes it."""
        self._make = make
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, stock: None, owner: type) -> Self: ...
    @overload
    def __get__(self, stock: "Stock", owner: type) -> T: ...
    def __get__(self, stock: "Stock | None", owner: type) -> "Self | T":
        """Return the value."""
        if stock is None:
            return self
        value = self.apart(stock)
        stock.watch.depend(stock.made[self][1])
        return value

    def apart(self, stock: "Stock") -> T:
        """Return the value to somebody who will say what of it they need."""
        found = stock.made.get(self)
        if found is None:
            with stock.watch.making() as asked:
                value = self._make(stock)
            found = stock.made[self] = (value, frozenset(asked))
        made: T = found[0]
        return made


class Stock:
    """A bundle with what was already looked up."""

    def __init__(
        self, bundle: Bundle, browser: Browser | None = None, watch: Watch | None = None
    ) -> None:
        """Take an open bundle, which has to stay open, and what runs in the reader's browser.

        Args:
            bundle: The bundle; one that is watched where `watch` is to hear of it.
            browser: What of the site runs in the reader's browser; nothing if left out.
            watch: Hears what is asked.
        """
        self.bundle = bundle
        self.browser = browser or Browser()
        self.watch = watch or Watch()
        self.made: dict[Whole[Any], tuple[Any, frozenset[int]]] = {}

    @Whole
    def modules(self) -> dict[ModuleId, Module]:
        """All modules by id."""
        return {module.id: module for module in self.bundle.modules()}

    @Whole
    def tasks(self) -> dict[str, Task]:
        """All tasks by id, without their solutions."""
        return {task.id: task for task in self.bundle.tasks()}

    @Whole
    def categories(self) -> tuple[Category, ...]:
        """The categories in their order."""
        return self.bundle.categories()

    @Whole
    def collections(self) -> tuple[Collection, ...]:
        """The collections in their order."""
        return self.bundle.collections()

    @Whole
    def proofs(self) -> dict[ModuleId, Proof]:
        """The best that is known of each module that has a solution."""
        return best_proofs(self.bundle)

    @Whole
    def coverage(self) -> Coverage:
        """How much of the catalog is proven."""
        return coverage(self.bundle)

    @Whole
    def _traps(self) -> dict[ModuleId, list[Trap]]:
        found: dict[ModuleId, list[Trap]] = {}
        for trap in self.bundle.traps():
            for id_ in trap.means:
                found.setdefault(id_, []).append(trap)
        return found

    @Whole
    def _shelves(self) -> dict[str, list[Module]]:
        found: dict[str, list[Module]] = {}
        for module in self.bundle.modules():
            for key in module.categories:
                found.setdefault(key, []).append(module)
        return found

    @Whole
    def _collections_with(self) -> dict[ModuleId, list[tuple[str, str, str]]]:
        found: dict[ModuleId, list[tuple[str, str, str]]] = {}
        for each in self.bundle.collections():
            for id_ in {id_ for heading in each.headings for id_ in heading.modules}:
                found.setdefault(id_, []).append((each.id, each.language, each.title))
        return found

    @Whole
    def identities(self) -> dict[str, Identity]:
        """What the names are that people write: of imports, installs, projects, and confused ones.

        By name, in their order; the notes are English.
        """
        names = {trap.name for trap in self.bundle.traps()}
        for module in self.bundle.modules():
            names |= {module.name, *module.import_names} - {""}
        wanted = sorted(name for name in names if name.isprintable() and "/" not in name)
        found = what(wanted, bundle=self.bundle).identities
        return dict(zip(wanted, found, strict=True))

    @Whole
    def search_index(self) -> bytes:
        """What browsers search in, packed; the same for all languages.

        It is made of nearly all of the bundle, so who uses it depends on the bundle as a whole.
        """
        self._part("bundle")
        with self.watch.pausing():
            return packed(search_index(self.bundle))

    def answer(self, question: Question) -> object:
        """Answer a question as it would be answered to a page.

        Raises:
            LookupError: There is no such question.
        """
        name, *key = question
        return PARTS[str(name)](self, *key)

    def module(self, id_: str) -> Module | None:
        """Return a module."""
        found: Module | None = self._part("module", id_)
        return found

    def proof(self, id_: str) -> Proof | None:
        """Return the best that is known of a module."""
        found: Proof | None = self._part("proof", id_)
        return found

    def traps(self, id_: str) -> list[Trap]:
        """Return the confused names with which a module is meant."""
        found: list[Trap] = self._part("traps", id_)
        return found

    def collections_with(self, id_: str) -> list[tuple[str, str, str]]:
        """Return the collections that a module stands in: id, language and title."""
        found: list[tuple[str, str, str]] = self._part("collections with", id_)
        return found

    def shelf(self, category: str) -> list[Module]:
        """Return the modules of a category, by id."""
        found: list[Module] = self._part("shelf", category)
        return found

    def identity(self, name: str) -> Identity | None:
        """Return what one of the names is that people write."""
        found: Identity | None = self._part("identity", name)
        return found

    def sheet(self, task: str, file: str) -> str:
        """Return where the browser finds what it takes to run a solution; empty if it cannot."""
        found: str = self._part("sheet", task, file)
        return found

    def _part(self, name: str, *key: str) -> Any:  # noqa: ANN401 -- each caller knows its kind
        value = PARTS[name](self, *key)
        self.watch.note((name, *key), value)
        return value


def _of(whole: Whole[Any], default: object = None) -> Callable[[Stock, str], Any]:
    return lambda stock, key: whole.apart(stock).get(key, default)


def _file(stock: Stock) -> str:
    with stock.watch.pausing():
        return stock.bundle.digest()


PARTS: Mapping[str, Callable[..., Any]] = {
    "module": _of(Stock.modules),
    "proof": _of(Stock.proofs),
    "traps": _of(Stock._traps, ()),  # noqa: SLF001 -- of this file
    "collections with": _of(Stock._collections_with, ()),  # noqa: SLF001 -- of this file
    "shelf": _of(Stock._shelves, ()),  # noqa: SLF001 -- of this file
    "identity": _of(Stock.identities),
    "bundle": _file,
    "sheet": lambda stock, task, file: stock.browser.sheet(task, file),
}
"""What is looked up by key, each by the name of its question."""

"""What the pages of one language are made of: the stock, and the words of the language."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from toolcrib.app.language import Texts
from toolcrib.app.what import what
from toolcrib.model.identity import Identity

if TYPE_CHECKING:
    from toolcrib.model.coverage import Coverage
    from toolcrib.model.module import Category, Collection, Module, ModuleId
    from toolcrib.model.proof import Proof
    from toolcrib.model.task import Task
    from toolcrib.web.stock import Stock


class Library:
    """A stock in one language."""

    def __init__(self, stock: "Stock", language: str) -> None:
        """Take what all languages share."""
        self.stock = stock
        self.bundle = stock.bundle
        self.browser = stock.browser
        self.language = language
        self.texts = Texts(stock.bundle, language)

    def anew(self) -> "Library":
        """Return the same with no text translated yet.

        A page marks texts that have no translation, and which these are must not depend on the
        pages that were made before.
        """
        return Library(self.stock, self.language)

    @property
    def modules(self) -> "dict[ModuleId, Module]":
        """All modules by id."""
        return self.stock.modules

    @property
    def tasks(self) -> "dict[str, Task]":
        """All tasks by id, without their solutions."""
        return self.stock.tasks

    @property
    def categories(self) -> "tuple[Category, ...]":
        """The categories in their order."""
        return self.stock.categories

    @property
    def collections(self) -> "tuple[Collection, ...]":
        """The collections in their order."""
        return self.stock.collections

    @property
    def proofs(self) -> "dict[ModuleId, Proof]":
        """The best that is known of each module that has a solution."""
        return self.stock.proofs

    @property
    def coverage(self) -> "Coverage":
        """How much of the catalog is proven."""
        return self.stock.coverage

    def listed_identity(self, name: str) -> Identity | None:
        """Say what one of the names is that have a page; nothing if it is none of them."""
        found = self.stock.identity(name)
        return found and replace(found, note=self.note(found.note))

    def identity(self, name: str) -> Identity:
        """Say what any name is, from what is known here."""
        (found,) = what([name], texts=self.note, bundle=self.bundle).identities
        return found

    def note(self, text: str) -> str:
        """Return a note on a name in the language.

        Names stand in it, so what of it has no translation is not remembered as missing: a server
        is asked for any number of them, and a part of a note, such as a version, stands elsewhere.
        """
        return Texts(self.bundle, self.language).note(text)

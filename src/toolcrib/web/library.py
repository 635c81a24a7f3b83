"""What the pages of one language are made of: the bundle, and what many pages share."""

from functools import cached_property

from toolcrib.app.coverage import best_proofs, coverage
from toolcrib.app.language import Texts
from toolcrib.app.what import what
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.coverage import Coverage
from toolcrib.model.identity import Identity, Trap
from toolcrib.model.module import Category, Collection, Module, ModuleId
from toolcrib.model.proof import Proof
from toolcrib.model.task import Task
from toolcrib.web.browser import Browser
from toolcrib.web.search_index import packed, search_index


class Library:
    """A bundle in one language, with what was already looked up."""

    def __init__(self, bundle: Bundle, language: str, browser: Browser | None = None) -> None:
        """Take an open bundle, which has to stay open, and what runs in the reader's browser."""
        self.bundle = bundle
        self.browser = browser or Browser()
        self.language = language
        self.texts = Texts(bundle, language)

    @cached_property
    def modules(self) -> dict[ModuleId, Module]:
        """All modules by id."""
        return {module.id: module for module in self.bundle.modules()}

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """All tasks by id, without their solutions."""
        return {task.id: task for task in self.bundle.tasks()}

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """The categories in their order."""
        return self.bundle.categories()

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """The collections in their order."""
        return self.bundle.collections()

    @cached_property
    def proofs(self) -> dict[ModuleId, Proof]:
        """The best that is known of each module that has a solution."""
        return best_proofs(self.bundle)

    @cached_property
    def traps(self) -> dict[ModuleId, list[Trap]]:
        """The confused names by each module that is meant with them."""
        found: dict[ModuleId, list[Trap]] = {}
        for trap in self.bundle.traps():
            for id_ in trap.means:
                found.setdefault(id_, []).append(trap)
        return found

    @cached_property
    def identities(self) -> dict[str, Identity]:
        """What the names are that people write: of imports, installs, projects, and confused ones.

        By name, in their order.
        """
        names = {trap.name for trap in self.bundle.traps()}
        for module in self.modules.values():
            names |= {module.name, *module.import_names} - {""}
        wanted = sorted(name for name in names if name.isprintable() and "/" not in name)
        found = what(wanted, texts=self.note, bundle=self.bundle).identities
        return dict(zip(wanted, found, strict=True))

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

    @cached_property
    def coverage(self) -> Coverage:
        """How much of the catalog is proven."""
        return coverage(self.bundle)

    @cached_property
    def search_index(self) -> bytes:
        """What browsers search in, packed; the same for all languages."""
        return packed(search_index(self.bundle))

"""What the catalog says of a module, its shelves and its collections."""

import re
from typing import NewType

from toolcrib.model.value import Value

_SEPARATORS = re.compile(r"[-_.]+")

ModuleId = NewType("ModuleId", str)
"""`std:http.server` or `pypi:pyyaml`: where it comes from, and its name there."""

Phrases = dict[str, tuple[str, ...]]
"""What people type, by language code."""


class Saying(Value, frozen=True, kw_only=True):
    """What a list says of a module, and where: document and line."""

    document: str
    line: int
    language: str = ""
    purpose: str = ""
    use_cases: tuple[str, ...] = ()


class Module(Value, frozen=True, kw_only=True):
    """A standard-library module or a distribution; `said` is where it was adopted from."""

    id: ModuleId
    name: str
    purpose: str
    categories: tuple[str, ...]
    install: str = ""
    imports: tuple[str, ...] = ()
    use_cases: tuple[str, ...] = ()
    not_for: str = ""
    pitfall: str = ""
    alternatives: tuple[ModuleId, ...] = ()
    phrases: Phrases = {}  # noqa: RUF012 -- msgspec copies the default for each value
    said: tuple[Saying, ...] = ()

    @property
    def is_std(self) -> bool:
        """Whether it comes with Python."""
        return self.id.startswith("std:")

    @property
    def import_names(self) -> tuple[str, ...]:
        """What one imports: as declared, else the name of the standard-library module itself."""
        return self.imports or ((self.id.removeprefix("std:"),) if self.is_std else ())

    @property
    def install_name(self) -> str:
        """What one types after `pip install`; empty for the standard library."""
        return "" if self.is_std else self.install or self.name


class Category(Value, frozen=True, kw_only=True):
    """A shelf of the catalog."""

    key: str
    title: str


class Heading(Value, frozen=True, kw_only=True):
    """A heading of a collection and the modules below it, in order."""

    title: str
    modules: tuple[ModuleId, ...]


class Collection(Value, frozen=True, kw_only=True):
    """An ordered shelf of modules under headings, as a list has it."""

    id: str
    title: str
    headings: tuple[Heading, ...]
    language: str = "en"
    purpose: str = ""
    written: dict[str, tuple[ModuleId, ...]] = {}  # noqa: RUF012 -- msgspec copies the default


def normalised(name: str) -> str:
    """Return a distribution's name in the one form in which names compare equal (PEP 503)."""
    return _SEPARATORS.sub("-", name).lower()


def module_id(name: str, *, std: bool) -> ModuleId:
    """Return the id of a module by its name and origin."""
    return ModuleId(f"std:{name}" if std else f"pypi:{normalised(name)}")

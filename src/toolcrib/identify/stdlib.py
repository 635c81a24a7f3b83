"""The table of the standard library: which module is in which Python.

It is generated from CPython's own lists, typeshed and the interpreters; deprecations and successors
come from `catalog/stdlib.toml`, where each has its source.
"""

import os
from functools import cache, cached_property

import msgspec

from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value

_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 -- pathlib costs more than the lookup


class Fact(Value, frozen=True, kw_only=True):
    """What the documentation says of a module."""

    deprecated: str = ""
    removed: str = ""
    successors: tuple[ModuleId, ...] = ()
    platforms: tuple[str, ...] = ()
    why: str = ""


class StdlibTable(Value, frozen=True, kw_only=True, dict=True):
    """Names of modules with first and last Python 3, and whether Python 2.7 had it.

    No first Python: never in Python 3. No last one: still there.
    """

    versions: tuple[str, ...]
    modules: dict[str, tuple[str, str, bool]]
    facts: dict[str, Fact]

    def fact(self, name: str) -> Fact:
        """Return what the documentation says of a module, if anything."""
        return self.facts.get(name, _NO_FACT)

    @cached_property
    def folded(self) -> dict[str, str]:
        """The names by their lower case; of Python 2 only those that are no plain words."""
        old = {name.lower(): name for name, fact in self.modules.items() if not fact[0]}
        new = {name.lower(): name for name, fact in self.modules.items() if fact[0]}
        return {key: name for key, name in old.items() if _is_telling(name)} | new

    @property
    def newest(self) -> str:
        """The newest Python that the table knows."""
        return self.versions[-1]


class StdlibNames(Value, frozen=True, kw_only=True):
    """Public classes and functions of common modules with their modules, and the builtins."""

    attributes: dict[str, str]
    builtins: frozenset[str]


_NO_FACT = Fact()


def _is_telling(name: str) -> bool:
    """Whether a name is one in any case: `Urllib2` and `stringIO` are, "MD5", "User" are not."""
    return sum(map(str.isupper, name)) > 1 or "lib" in name


@cache
def read_stdlib() -> StdlibTable:
    """Read the table that is shipped."""
    with open(os.path.join(_DATA, "stdlib.json"), "rb") as file:  # noqa: PTH118, PTH123 -- as above
        return msgspec.json.decode(file.read(), type=StdlibTable, strict=False)


@cache
def read_stdlib_names() -> StdlibNames:
    """Read the names of classes and functions that are shipped."""
    with open(os.path.join(_DATA, "stdlib_names.json"), "rb") as file:  # noqa: PTH118, PTH123 -- as above
        return msgspec.json.decode(file.read(), type=StdlibNames)


@cache
def read_wellknown() -> dict[str, tuple[str, ...]]:
    """Read the distributions that lists name often, with their import names where they differ."""
    with open(os.path.join(_DATA, "wellknown.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 -- as above
        lines = (line.partition(":") for line in file if not line.startswith("#"))
        return {name.strip(): tuple(imports.split()) for name, _, imports in lines}

"""All that is known without a network, as plain tables."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from toolcrib.identify.spellings import Spellings
from toolcrib.identify.stdlib import (
    StdlibNames,
    StdlibTable,
    read_stdlib,
    read_stdlib_names,
    read_wellknown,
)
from toolcrib.model.identity import Trap
from toolcrib.model.module import Module, ModuleId, module_id, normalised
from toolcrib.model.value import Value


class Knowledge(Value, frozen=True, kw_only=True, dict=True):
    """The tables that `identify` asks; `target` is the Python that names are judged for.

    `proven` tells in how many proven programs a module of the catalog is imported.
    """

    stdlib: StdlibTable
    names: Callable[[], StdlibNames]
    modules: Mapping[ModuleId, Module]
    imports: Mapping[str, tuple[ModuleId, ...]]
    traps: Mapping[str, Trap]
    wellknown: Mapping[str, tuple[str, ...]]
    target: str
    proven: Mapping[str, int] = {}

    @cached_property
    def folded_traps(self) -> dict[str, Trap]:
        """The traps by their normalised name: how people write a name varies."""
        return {normalised(name): trap for name, trap in self.traps.items()}

    @cached_property
    def distributions(self) -> frozenset[str]:
        """The normalised names of all distributions that are known to exist and to be meant."""
        mine = {id_.removeprefix("pypi:") for id_ in self.modules if id_.startswith("pypi:")}
        return frozenset(mine.union(self.wellknown))

    @cached_property
    def namespaces(self) -> dict[str, tuple[ModuleId, ...]]:
        """The owners of what lies below a name that several may share: `google`, `google.cloud`."""
        found: dict[str, tuple[ModuleId, ...]] = {}
        for name, owners in self.imports.items():
            parts = name.split(".")
            for end in range(1, len(parts)):
                above = ".".join(parts[:end])
                found[above] = tuple(dict.fromkeys((*found.get(above, ()), *owners)))
        return found

    @cached_property
    def spellings(self) -> Spellings:
        """What a misspelt name may have meant: distributions, import names, standard modules."""
        return Spellings(self._ids(dotted=False))

    @cached_property
    def dotted_spellings(self) -> Spellings:
        """The same with the submodules of the standard library."""
        return Spellings(self._ids(dotted=True))

    def _ids(self, *, dotted: bool) -> dict[str, ModuleId]:
        ids = {name: module_id(name, std=False) for name in self.distributions}
        for name, owners in self.imports.items():
            ids.setdefault(normalised(name), owners[0])
        for name, (first, last, _) in self.stdlib.modules.items():
            if first and not last and not name.startswith("_") and ("." in name) <= dotted:
                ids[normalised(name)] = module_id(name, std=True)
        return ids

    @cached_property
    def joined(self) -> dict[str, str]:
        """The same without their dashes: "Light GBM" and "Sci-Kit Learn" are meant."""
        return {name.replace("-", ""): name for name in self.distributions}


def know(
    modules: Iterable[Module],
    traps: Iterable[Trap],
    target: str = "",
    proven: Mapping[str, int] = MappingProxyType({}),
) -> Knowledge:
    """Put the catalog's modules and traps beside the tables that are shipped.

    Args:
        modules: What the catalog lists.
        traps: Its confused names.
        target: The Python to judge for, such as `3.13`; empty for the newest.
        proven: In how many proven programs a module is used, by its id.
    """
    stdlib, wellknown = read_stdlib(), read_wellknown()
    by_id = {module.id: module for module in modules}
    imports: dict[str, tuple[ModuleId, ...]] = {}
    for module in by_id.values():
        if not module.is_std:
            _add(imports, module.imports, module.id)
    # The shorter name is the plainer one: opencv-python before opencv-contrib-python.
    for name, listed in sorted(wellknown.items(), key=lambda item: len(item[0])):
        id_ = module_id(name, std=False)
        if id_ not in by_id:
            _add(imports, listed or (name.replace("-", "_"),), id_)
    return Knowledge(
        stdlib=stdlib,
        names=read_stdlib_names,
        modules=by_id,
        imports=imports,
        traps={trap.name: trap for trap in traps},
        wellknown=wellknown,
        target=target or stdlib.newest,
        proven=dict(proven),
    )


def _add(
    imports: dict[str, tuple[ModuleId, ...]], names: Iterable[str], distribution: ModuleId
) -> None:
    for name in names:
        imports[name] = (*imports.get(name, ()), distribution)

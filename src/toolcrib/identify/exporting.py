"""Who exports a name: modules whose classes and functions were read from them as installed."""

from collections.abc import Iterable

from toolcrib.identify.tables import rank
from toolcrib.model.exported import Exported
from toolcrib.model.module import ModuleId

Found = dict[str, dict[ModuleId, bool]]
"""The modules that have a name, by the name; whether they have it just as it is written."""


def exporters(
    names: Iterable[str], exported: Iterable[Exported], limit: int = 5
) -> dict[str, tuple[ModuleId, ...]]:
    """Return the modules that have a class or function of each name, the best known first.

    What only begins small with them (`dataframe`) counts where nobody has it as it is written. A
    name with dots is looked for as it is imported: `sklearn.preprocessing.OneHotEncoder`.
    """
    found: Found = {name: {} for name in names}
    wanted: dict[str, list[str]] = {}
    for name in found:
        wanted.setdefault(name.rpartition(".")[2].casefold(), []).append(name)
    for one in exported:
        for where, offered in one.names.items():
            for each in offered:
                for name in wanted.get(each.casefold(), ()):
                    place, _, bare = name.rpartition(".")
                    if place in ("", where):
                        as_written = found[name].get(one.module, False)
                        found[name][one.module] = as_written or each == bare
    return {name: _best(modules)[:limit] for name, modules in found.items()}


def _best(modules: dict[ModuleId, bool]) -> tuple[ModuleId, ...]:
    exact = any(modules.values())
    fit = [module for module, as_written in modules.items() if as_written or not exact]
    return tuple(sorted(fit, key=lambda id_: (rank(id_.removeprefix("pypi:")), id_)))

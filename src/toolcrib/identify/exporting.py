"""Who exports a name: modules whose classes and functions were read from them as installed."""

from collections.abc import Iterable

from toolcrib.identify.tables import rank
from toolcrib.model.exported import Exported
from toolcrib.model.module import ModuleId


def exporters(name: str, exported: Iterable[Exported], limit: int = 5) -> tuple[ModuleId, ...]:
    """Return the modules that have a class or function of this name, the best known first.

    What only begins small with them (`dataframe`) counts where nobody has it as it is written. A
    name with dots is looked for as it is imported: `sklearn.preprocessing.OneHotEncoder`.
    """
    place, _, bare = name.rpartition(".")
    folded = bare.casefold()
    found: dict[ModuleId, bool] = {}
    for one in exported:
        for where, names in one.names.items():
            if place and where != place:
                continue
            if bare in names:
                found[one.module] = True
            elif any(each.casefold() == folded for each in names):
                found.setdefault(one.module, False)
    exact = any(found.values())
    fit = [module for module, as_written in found.items() if as_written or not exact]
    return tuple(sorted(fit, key=lambda id_: (rank(id_.removeprefix("pypi:")), id_))[:limit])

"""Names that a misspelt one may have meant; only names that exist."""

from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.module import ModuleId, module_id, normalised

# Below this share of equal characters a name is another name (`difflib`'s ratio).
_CUTOFF = 0.8
_SHORTEST = 4


def near_names(name: str, knowledge: Knowledge, limit: int = 3) -> tuple[ModuleId, ...]:
    """Return modules whose names differ from a name by a slip of the fingers, nearest first."""
    key = _key(name)
    if len(key) < _SHORTEST:
        return ()
    import difflib  # noqa: PLC0415 -- only for a name that is nothing

    ids = _ids(knowledge, dotted="." in name)
    near = difflib.get_close_matches(key, ids, n=limit, cutoff=_CUTOFF)
    return tuple(dict.fromkeys(ids[match] for match in near))


def _ids(knowledge: Knowledge, *, dotted: bool) -> dict[str, ModuleId]:
    ids = {_key(name): module_id(name, std=False) for name in knowledge.distributions}
    for name, owners in knowledge.imports.items():
        ids.setdefault(_key(name), owners[0])
    for name, (first, last, _) in knowledge.stdlib.modules.items():
        if first and not last and not name.startswith("_") and ("." in name) <= dotted:
            ids[_key(name)] = module_id(name, std=True)
    return ids


def _key(name: str) -> str:
    return normalised(name.replace(" ", "-"))

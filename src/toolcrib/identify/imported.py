"""From an import name to what installs it: one to many, ranked, each with its evidence."""

from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.tables import Owner, owners, popular, rank
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId, module_id, normalised

CATALOG, WELLKNOWN, IMPORTS = "catalog", "well-known names", "table of import names"
POPULAR = "most downloaded projects"


def as_imported(name: str, knowledge: Knowledge) -> Identity | None:
    """Return what the catalog and the well-known names install under an import name."""
    if " " in name:
        return None
    package = name
    while package not in knowledge.imports and "." in package:
        package = package.rpartition(".")[0]
    ids = knowledge.imports.get(package, ())
    exact, tabled = owners(name)
    if not ids:
        return None if exact == name else _shared(name, knowledge)
    if exact.count(".") > package.count("."):
        # The table knows a longer beginning of the name: `google.cloud.pubsub_v1` of `google`.
        return as_tabled(name)
    listed = {module_id(owner.distribution, std=False): owner for owner in tabled}
    ids = (*ids, *(id_ for id_ in listed if id_ not in ids))
    same = module_id(package, std=False) in ids
    return Identity(
        name=name,
        state=State.DISTRIBUTION if same else State.IMPORT_NAME,
        id=ids[0],
        imports=(name,),
        distributions=tuple(install_name(id_, knowledge) for id_ in ids),
        source=CATALOG if any(id_ in knowledge.modules for id_ in ids) else WELLKNOWN,
        candidates=() if same else ids,
        evidence=tuple(_evidence(id_, knowledge, listed) for id_ in ids),
    )


def as_tabled(name: str) -> Identity | None:
    """Return what the table of import names has: from wheels, and by hand."""
    package, found = owners(name)
    if not found:
        return None
    ids = tuple(module_id(owner.distribution, std=False) for owner in found)
    same = module_id(package, std=False) in ids
    # A namesake is what half of the well-known differing names have.
    namesake = "" if same or package != name else normalised(name)
    return Identity(
        name=name,
        state=State.DISTRIBUTION if same else State.IMPORT_NAME,
        id=ids[0],
        imports=(name,),
        distributions=tuple(owner.distribution for owner in found),
        source=IMPORTS,
        candidates=() if same else ids,
        evidence=tuple(owner.evidence for owner in found),
        namesake=namesake if namesake in popular() else "",
    )


def tabled_owners(name: str) -> tuple[ModuleId, ...]:
    """Return the distributions that the table of import names has for exactly this name."""
    exact, found = owners(name)
    return tuple(module_id(o.distribution, std=False) for o in found) if exact == name else ()


def as_popular(name: str) -> Identity | None:
    """Return that a name is one of the most downloaded projects; what it imports is not told."""
    project = normalised(name.replace(" ", "-"))
    table = popular()
    if project not in table:
        return None
    return Identity(
        name=name,
        state=State.BRAND if " " in name else State.DISTRIBUTION,
        id=module_id(project, std=False),
        distributions=(project,),
        source=POPULAR,
        as_of=table.comment,
        evidence=(f"number {rank(project)} of the {POPULAR}",),
        candidates=(module_id(project, std=False),) if " " in name else (),
    )


def _shared(name: str, knowledge: Knowledge) -> Identity | None:
    """Return what puts modules below a name that is no distribution's own: `google`, `ruamel`."""
    ids = knowledge.namespaces.get(name, ())
    if not ids:
        return None
    return Identity(
        name=name,
        state=State.UMBRELLA if len(ids) > 1 else State.IMPORT_NAME,
        id=ids[0],
        imports=(name,) if len(ids) == 1 else (),
        distributions=tuple(install_name(id_, knowledge) for id_ in ids),
        source=CATALOG if any(id_ in knowledge.modules for id_ in ids) else WELLKNOWN,
        candidates=ids,
        evidence=tuple(_evidence(id_, knowledge, {}) for id_ in ids),
    )


def _evidence(id_: ModuleId, knowledge: Knowledge, listed: dict[ModuleId, Owner]) -> str:
    owner = listed.get(id_)
    said = owner.evidence if owner and owner.version else ""
    if id_ in knowledge.modules:
        return ", ".join(filter(None, (catalog_evidence(id_, knowledge), said)))
    return said or "list by hand"


def catalog_evidence(id_: ModuleId, knowledge: Knowledge) -> str:
    """Return how the catalog knows a module's import name: by running, where that is one name."""
    count = knowledge.proven.get(id_, 0)
    if not count or len(knowledge.modules[id_].import_names) > 1:
        return CATALOG
    return f"{CATALOG}, {count} proven program{'s' if count > 1 else ''}"


def evidence_of(name: str, id_: ModuleId) -> str:
    """Return the wheel that shows that a distribution has an import name, if one was read."""
    _, found = owners(name)
    mine = (o for o in found if o.version and module_id(o.distribution, std=False) == id_)
    return next((owner.evidence for owner in mine), "")


def install_name(id_: ModuleId, knowledge: Knowledge) -> str:
    """Return what one types after `pip install` for a distribution's id."""
    module = knowledge.modules.get(id_)
    return module.install_name if module else id_.removeprefix("pypi:")

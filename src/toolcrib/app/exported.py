"""Read the public names of the catalog's modules in pods, and keep them as facts."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from toolcrib.app.settings import cache_folder
from toolcrib.catalog.exported import exported_path
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_receipts
from toolcrib.errors import UsageError
from toolcrib.model.exported import Exported
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.bench import bench, interpreters_named
from toolcrib.verify.exported import Look, Seen, look
from toolcrib.verify.heavy import HEAVY
from toolcrib.verify.once import remove_unused
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.whole import write_whole


class ExportedWish(Value, frozen=True, kw_only=True):
    """Of which modules the names are wanted, of which catalog, and on which Python.

    No names stand for all modules that have no facts yet, or with `again` for all. Environments
    that were made for it are removed after use unless they are kept.
    """

    catalog: Path
    names: tuple[str, ...] = ()
    python: str = "3.13"
    again: bool = False
    keep: bool = False
    workers: int = 1


class Read(Value, frozen=True, kw_only=True):
    """What was read of one module: how many names, or why none."""

    module: ModuleId
    names: int = 0
    reason: str = ""


def facts_folder(catalog: Path) -> Path:
    """Return where the facts on a catalog lie: beside it."""
    return catalog.resolve().parent / "facts"


def refresh_exported(wish: ExportedWish) -> Iterator[Read]:
    """Read the names of modules, some at a time, and yield each once it is on the disk.

    Distributions that are known to take more than 300 MB are left out, and all that need them,
    unless the wish names modules.

    Raises:
        UsageError: A module is not in the catalog, or a Python not here.
        RefusedError: This machine cannot have a closed room.
    """
    machine.require_closed_rooms()
    cache = cache_folder().value
    where = bench(cache)
    (interpreter,) = interpreters_named(where, (wish.python,))
    # Found here, it is found: looks are taken by processes forked from this one.
    runner_folder(cache, where.system_of(interpreter))
    seccomp_filter()
    facts = facts_folder(wish.catalog)
    heavy = frozenset[str]() if wish.names else heavy_distributions(wish.catalog)
    orders = (
        Look(
            module=module,
            interpreter=interpreter,
            system=where.system,
            cache=cache,
            heavy=heavy,
        )
        for module in _due(wish, facts)
    )
    for order, answer in run_all(orders, look, wish.workers):
        if isinstance(answer, ChildFaultError):
            yield Read(module=order.module.id, reason=str(answer))
            continue
        seen = msgspec.json.decode(answer, type=Seen)
        if seen.made and not wish.keep:
            remove_unused(Path(seen.made))
        if seen.exported:
            write_whole(exported_path(facts, order.module.id), as_text(seen.exported))
        yield _read(order.module.id, seen)


def heavy_distributions(catalog: Path) -> frozenset[str]:
    """Return the distributions that no solution runs with in less than 300 MB, by its receipts."""
    smallest: dict[str, int] = {}
    for module, receipts in read_receipts(catalog.resolve().parent / "receipts").items():
        sizes = [r.installed_size for r in receipts if r.installed_size]
        if sizes:
            smallest[module.partition(":")[2]] = min(sizes)
    return frozenset(name for name, size in smallest.items() if size > HEAVY)


def as_text(exported: Exported) -> bytes:
    """Return the text of a file of facts: the same for equal names, a place a line."""
    text = msgspec.json.encode(exported, order="deterministic")
    return msgspec.json.format(text, indent=1).replace(b'",\n   "', b'","') + b"\n"


def _due(wish: ExportedWish, facts: Path) -> Iterator[Module]:
    modules = read_catalog(wish.catalog).modules
    for name in wish.names:
        found = modules.get(ModuleId(name)) or modules.get(ModuleId(f"pypi:{name}"))
        if found is None:
            raise UsageError(f"{name} is no module of the catalog", "crib list shows them")
        yield found
    for id_, module in sorted(modules.items()) if not wish.names else ():
        if module.import_names and (wish.again or not exported_path(facts, id_).exists()):
            yield module


def _read(module: ModuleId, seen: Seen) -> Read:
    if seen.exported is None:
        return Read(module=module, reason=seen.reason)
    count = len({n for names in seen.exported.names.values() for n in names})
    return Read(module=module, names=count + len(seen.exported.methods))

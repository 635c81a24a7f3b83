"""Names of the standard library: modules of any Python, classes, functions, builtins."""

from msgspec.structs import replace

from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.stdlib import Fact
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId, module_id
from toolcrib.model.version import version_number

SOURCE = "standard-library table"

# Packages whose modules, functions and classes are all in the tables.
_PACKAGES = frozenset(
    """
    collections compression concurrent email.mime html http json profiling urllib wsgiref xml
    xml.dom xml.etree xml.parsers xml.sax xmlrpc
    """.split()  # noqa: SIM905 -- a list of words reads as one
)


def as_standard(name: str, knowledge: Knowledge) -> Identity | None:
    """Return what the table says of a module of exactly this name."""
    entry = knowledge.stdlib.modules.get(name)
    if entry is None:
        return _dotted(name, knowledge)
    first, last, _ = entry
    fact = knowledge.stdlib.fact(name)
    target = version_number(knowledge.target)
    gone = bool(last) and version_number(last) < target
    state = State.PYTHON2 if not first else State.STDLIB_REMOVED if gone else State.STDLIB
    return Identity(
        name=name,
        state=state,
        id=module_id_of(name),
        imports=(name,),
        distributions=_distributions(fact) if state is not State.STDLIB else (),
        source=SOURCE,
        note=_note(state, first, last, fact, knowledge),
        candidates=fact.successors if state is not State.STDLIB or fact.deprecated else (),
        since=first,
        until=last,
        deprecated=fact.deprecated,
        platforms=fact.platforms,
    )


def as_folded(name: str, knowledge: Knowledge) -> Identity | None:
    """Return the module of this name in another case: its imports fail as it is written."""
    exact = knowledge.stdlib.folded.get(name.lower())
    found = as_standard(exact, knowledge) if exact and exact != name else None
    return replace(found, name=name, spelling=found.name) if found else None


def as_builtin(name: str, knowledge: Knowledge) -> Identity | None:
    """Return what is there without any import."""
    if name not in knowledge.names().builtins:
        return None
    return Identity(
        name=name,
        state=State.BUILTIN,
        source=SOURCE,
        note=f"{name} is built in: nothing to import",
    )


def as_attribute(name: str, knowledge: Knowledge, *, distinct: bool) -> Identity | None:
    """Return the class or function of a common module that has this name.

    Args:
        name: The name as it is written.
        knowledge: The tables.
        distinct: Only names of the form OrderedDict, which nobody gives to a distribution.
    """
    modules = knowledge.names().attributes.get(name, "").split()
    if not modules or (distinct and not _is_distinct(name)):
        return None
    return _attribute(name, name, modules)


def _is_distinct(name: str) -> bool:
    return name[:1].isupper() and sum(c.isupper() for c in name) > 1 and not name.isupper()


def _attribute(name: str, attribute: str, modules: list[str]) -> Identity:
    ids = tuple(module_id_of(module) for module in modules[:3])
    kind = "class" if attribute[:1].isupper() else "function or class"
    where = " and ".join(modules[:3])
    return Identity(
        name=name,
        state=State.STDLIB_ATTRIBUTE,
        id=ids[0],
        imports=(modules[0],),
        source=SOURCE,
        note=f"{attribute} is a {kind} of {where}",
        candidates=ids,
    )


def _dotted(name: str, knowledge: Knowledge) -> Identity | None:
    module, _, attribute = name.rpartition(".")
    if module not in knowledge.stdlib.modules or not attribute.isidentifier():
        return None
    listed = knowledge.names().attributes.get(attribute, "").split()
    return _attribute(name, attribute, [module]) if module in listed else None


def is_below_package(name: str, knowledge: Knowledge) -> bool:
    """Return whether a name could only be a module of a package of the standard library.

    No distribution puts modules there. Of other packages constants and functions may be meant that
    are in no table: `os.environ`, `curses.wrapper`.
    """
    package, _, last = name.rpartition(".")
    return package in _PACKAGES and package in knowledge.stdlib.modules and last.islower()


def module_id_of(name: str) -> ModuleId:
    """Return the id of a standard-library module."""
    return module_id(name, std=True)


def _distributions(fact: Fact) -> tuple[str, ...]:
    return tuple(s.removeprefix("pypi:") for s in fact.successors if s.startswith("pypi:"))


def _note(state: State, first: str, last: str, fact: Fact, knowledge: Knowledge) -> str:
    parts = []
    if state is State.STDLIB_REMOVED:
        parts.append(f"Removed in Python {_after(last, knowledge)}.")
    elif version_number(first) > version_number(knowledge.target):
        parts.append(f"New in Python {first}.")
    elif fact.deprecated and version_number(fact.deprecated) <= version_number(knowledge.target):
        gone = f", to be removed in {fact.removed}" if fact.removed else ""
        parts.append(f"Deprecated since Python {fact.deprecated}{gone}.")
    if fact.platforms:
        parts.append(f"Only on {' and '.join(fact.platforms)}.")
    if fact.why:
        parts.append(fact.why)
    return " ".join(parts)


def _after(version: str, knowledge: Knowledge) -> str:
    versions = knowledge.stdlib.versions
    return versions[versions.index(version) + 1]

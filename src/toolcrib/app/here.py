"""The environment at hand as evidence: what a name imports there, and what is installed by it."""

from collections.abc import Iterable, Mapping
from os import get_exec_path
from pathlib import Path

from msgspec.structs import replace

from toolcrib.app.installed import Distribution, installed_in, python_version, site_folders
from toolcrib.app.settings import active_environment
from toolcrib.errors import UsageError
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.identity import Identity, Installed, State
from toolcrib.model.module import module_id, normalised
from toolcrib.model.value import Value

ENVIRONMENT = "the environment at hand"

_OPEN = frozenset({State.UNKNOWN, State.NOT_LOOKED_UP})
_FOLDERS = (".venv", "venv")
_PROGRAMS = ("python3", "python", "python.exe")


class Environment(Value, frozen=True, kw_only=True):
    """What is installed for a Python, by normalised name; `python` is its version as X.Y."""

    distributions: Mapping[str, Distribution]
    python: str = ""


def environment_at(python: Path | None) -> Environment:
    """Read an environment from its folders: the one that is named, or the one at hand.

    At hand is the active one, else that of the folder or one above it (`.venv`, `venv`), else the
    first Python on the search path.

    Raises:
        UsageError: There is none.
    """
    place = python or _at_hand()
    return Environment(distributions=installed_in(place), python=python_version(place))


def _at_hand() -> Path:
    if active := active_environment().value:
        return Path(active)
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in _FOLDERS:
            if (folder / name / "pyvenv.cfg").is_file():
                return folder / name
    # A version manager puts scripts on the path that choose a Python: those lead nowhere.
    programs = (Path(folder) / name for folder in get_exec_path() for name in _PROGRAMS)
    for program in programs:
        if program.is_file() and any(site_folders(program)):
            return program
    message = "there is no environment at hand"
    raise UsageError(message, "activate one, or name it: --python .venv")


def with_installed(identity: Identity, environment: Environment, known: Knowledge) -> Identity:
    """Return an identity with what the environment has of it.

    A name that nobody knows is known by what is installed: of a company's own packages there is no
    better witness. Where something is known, the environment is one more piece of evidence.
    """
    if identity.state in (State.BUILTIN, State.STDLIB_ATTRIBUTE):
        return replace(identity, installed=())
    meant = {normalised(one.partition("[")[0]) for one in identity.distributions}
    own = normalised(identity.name.replace(" ", "-"))
    named = [one for one in environment.distributions.values() if one.name in {own, *meant}]
    providers = _providers(identity.name, environment.distributions.values())
    found = list({one.name: one for one in (*providers, *named)}.values())
    installed = tuple(
        Installed(distribution=one.name, version=one.version, imports=one.roots) for one in found
    )
    if identity.state in _OPEN and found:
        return _witnessed(identity, providers, found, installed, known)
    roots = next((one.roots for one in found if one.name == own), ())
    evidence = tuple(
        _with_version(said, environment.distributions.get(normalised(name.partition("[")[0])))
        for name, said in zip(identity.distributions, identity.evidence, strict=False)
    )
    imports = identity.imports or (roots if identity.distributions else ())
    return replace(identity, installed=installed, evidence=evidence, imports=imports)


def _providers(name: str, distributions: Iterable[Distribution]) -> list[Distribution]:
    """Return what an import of a name comes from: for `a.b`, what has `a.b`, else what has `a`."""
    listed = list(distributions)
    while name:
        if found := [one for one in listed if name in one.imports]:
            return found
        name = name.rpartition(".")[0]
    return []


def _witnessed(
    identity: Identity,
    providers: list[Distribution],
    found: list[Distribution],
    installed: tuple[Installed, ...],
    known: Knowledge,
) -> Identity:
    """Return the identity of a name that only the environment knows."""
    own = normalised(identity.name.replace(" ", "-"))
    ranked = sorted(providers or found, key=lambda one: (one.name != own, one.name))
    first = ranked[0]
    same = first.name == own
    ids = tuple(module_id(one.name, std=False) for one in ranked)
    return Identity(
        name=identity.name,
        state=State.DISTRIBUTION if same else State.IMPORT_NAME,
        id=ids[0],
        imports=first.roots if same and not providers else (identity.name,),
        distributions=tuple(
            known.modules[id_].install_name if id_ in known.modules else one.name
            for id_, one in zip(ids, ranked, strict=True)
        ),
        source=ENVIRONMENT,
        candidates=() if same else ids,
        evidence=tuple(f"installed here, {one.version}" for one in ranked),
        installed=installed,
    )


def _with_version(said: str, found: Distribution | None) -> str:
    return f"{said}; installed here, {found.version}" if found else said

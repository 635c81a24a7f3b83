"""Public names of modules, read in a pod without network from the module as installed."""

from pathlib import Path

import msgspec

from toolcrib.model.exported import Exported
from toolcrib.model.module import Module, normalised
from toolcrib.model.value import Value
from toolcrib.verify.environment import environment, environment_folder
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import MIB, Ending, Interpreter, Limits, Room, System
from toolcrib.verify.runner import runner_folder

_SCRIPT, _NAMES = "exports.py", "names"
_LARGEST_ANSWER = 512 * 1024
_LIMITS = Limits(wall=60, memory=1536 * MIB, output=MIB, report=2 * _LARGEST_ANSWER)
_LONGEST = 60


class Look(Value, frozen=True, kw_only=True):
    """A look into a module that is to be taken: on which Python, in which system and cache.

    An environment of one of the distributions `heavy` is not made.
    """

    module: Module
    interpreter: Interpreter
    system: System
    cache: Path
    heavy: frozenset[str] = frozenset()


class Seen(Value, frozen=True, kw_only=True):
    """What came of a look: the names, or the reason why there are none.

    `made` is the folder of an environment that was made for it, `size` the bytes of its files.
    """

    exported: Exported | None = None
    reason: str = ""
    made: str = ""
    size: int = 0


class _Told(Value, frozen=True, kw_only=True):
    """What the program in the pod says: untrusted."""

    names: dict[str, tuple[str, ...]]
    methods: tuple[str, ...] = ()


def look(order: Look, slot: int) -> bytes:
    """Take a look and return what came of it as JSON of `Seen`; a pod takes the process for good.

    Raises:
        RefusedError: The machine cannot have a pod.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    return msgspec.json.encode(_look(order, slot))


def _look(order: Look, slot: int) -> Seen:
    module, python = order.module, order.interpreter
    requirements = () if module.is_std else (module.install_name,)
    try:
        lock = kept_lock(requirements, (), python, order.cache)
        packages = {normalised(package.name): package.version for package in lock.packages}
        if too_heavy := sorted(order.heavy & packages.keys()):
            return Seen(reason=f"too heavy: {', '.join(too_heavy)}")
        folder = environment_folder(lock, python, order.cache)
        was_there = folder.exists()
        built = environment(lock, python, order.cache)
    except CannotInstallError as fault:
        return Seen(reason=f"cannot install: {fault}")
    room = Room(
        interpreter=python,
        system=order.system,
        runner=runner_folder(order.cache, python.system or order.system),
        environment=built.path,
        program=(_SCRIPT, *module.import_names),
        files={_SCRIPT: Path(__file__).with_name(_SCRIPT).read_bytes()},
        artifacts={_NAMES: _LARGEST_ANSWER},
        limits=_LIMITS,
    )
    version = python.full if module.is_std else packages.get(normalised(module.install_name), "")
    seen = understood(module, run_in_pod(room, slot), version, python.version)
    made = "" if was_there or module.is_std else str(folder)
    return msgspec.structs.replace(seen, made=made, size=built.size)


def understood(module: Module, ending: Ending, version: str, python: str) -> Seen:
    """Return what the program in the pod has told, as far as it has the form of names."""
    try:
        told = msgspec.json.decode(ending.artifacts.get(_NAMES, b""), type=_Told)
    except msgspec.DecodeError:
        lines = ending.stderr.decode("utf-8", "backslashreplace").split("\n")
        last = next((line for line in reversed(lines) if line.strip()), "nothing was told")
        return Seen(reason=f"cannot import {', '.join(module.import_names)}: {last[:200]}")
    names = {place: _of_form(found) for place, found in sorted(told.names.items())}
    if not any(names.values()):
        return Seen(reason="it has no public names")
    exported = Exported(
        module=module.id,
        version=version,
        python=python,
        names={place: found for place, found in names.items() if found},
        methods=_of_form(told.methods),
    )
    return Seen(exported=exported)


def _of_form(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the names that are identifiers of a bounded length, in order."""
    return tuple(
        sorted({n for n in names if n.isascii() and n.isidentifier() and len(n) <= _LONGEST})
    )

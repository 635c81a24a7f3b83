"""Wheels that the index does not have, built from sdists in pods without a network."""

import functools
import hashlib
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from toolcrib.model.value import Value
from toolcrib.verify.environment import environment
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.once import made_once
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.reasons import CannotInstallError, shortened
from toolcrib.verify.room import MIB, Ending, Interpreter, Limits, Room, System
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.sdists import Fetch, Sdist, Wheel

V = TypeVar("V")

LARGEST_WHEEL = 32 * MIB

_SAID, _WHEEL = "said", "wheel"
_SCRIPT = "pep517.py"
_LONGEST_ANSWER = 64 * 1024
_ROUNDS = 3
_LIMITS = Limits(
    wall=600,
    memory=2048 * MIB,
    scratch=1024 * MIB,
    output=16 * MIB,
    report=LARGEST_WHEEL + 2 * _LONGEST_ANSWER,
)
_TAGS = re.compile(r"[A-Za-z0-9_.]{1,60}-[A-Za-z0-9_.]{1,60}-[A-Za-z0-9_.]{1,60}\.whl")
_STOPPED = {
    "time": f"it took longer than {_LIMITS.wall:g} s",
    "memory": f"it took more than {_LIMITS.memory // MIB} MiB of memory",
    "output": "it printed too much",
}


class _System(Value, frozen=True, kw_only=True):
    """How an sdist is built: what that requires, which backend does it, and where that lies."""

    requires: tuple[str, ...]
    backend: str
    path: tuple[str, ...]


class _Built(Value, frozen=True, kw_only=True):
    """What a build says: the name of the wheel that it made, or what it requires besides."""

    wheel: str = ""
    requires: tuple[str, ...] = ()


class Workshop(Value, frozen=True, kw_only=True):
    """Where wheels are built: the root file system, the cache, the slot among runs of one time.

    `reader` is a Python of 3.11 or newer that starts in that system, to read sdists with.
    """

    system: System
    reader: Interpreter
    cache: Path
    slot: int = 0

    def root_of(self, interpreter: Interpreter) -> str:
        """Return the id of the root file system that a build on an interpreter sees."""
        return (interpreter.system or self.system).id


def built_wheel(
    requirement: str, interpreter: Interpreter, fetch: Fetch, workshop: Workshop
) -> Wheel:
    """Return the wheel for a requirement, built from its sdist where that has not been done yet.

    It is kept for the sdist, the interpreter and the root file system that it was built in.

    Args:
        requirement: The distribution that is wanted, as PEP 508 writes it.
        interpreter: The Python that it is for.
        fetch: Gets its sdist.
        workshop: Where it is built.

    Raises:
        CannotInstallError: There is no sdist, or it cannot be built.
        ToolcribError: The index cannot be reached, this machine cannot have a pod, or uv could not
            do its work.
    """
    if interpreter.cell.in_browser:
        raise CannotInstallError(f"{requirement} has no wheel, and none is built for Pyodide")
    sdist = fetch(requirement, interpreter)
    identity = f"{interpreter.full} {interpreter.path} {workshop.root_of(interpreter)}"
    key = hashlib.sha256(identity.encode()).hexdigest()[:32]
    folder = workshop.cache / "wheels" / sdist.sha256 / key
    made_once(folder, functools.partial(_build, sdist, interpreter, workshop))
    (path,) = folder.glob("*.whl")
    return Wheel(name=sdist.name, version=sdist.version, path=path, sdist=sdist.sha256)


def _build(sdist: Sdist, interpreter: Interpreter, workshop: Workshop, staging: Path) -> None:
    read = ("-I", "-S", _SCRIPT, "read", sdist.file)
    system = _said(sdist, _ended(sdist, workshop, workshop.reader, read), _System)
    for _ in range(_ROUNDS):
        requires = (*system.requires, "pyproject_hooks")
        lock = kept_lock(requires, (), interpreter, workshop.cache)
        built = environment(lock, interpreter, workshop.cache).path
        build = (_SCRIPT, "build", sdist.file, msgspec.json.encode(system).decode())
        ending = _ended(sdist, workshop, interpreter, build, built)
        said = _said(sdist, ending, _Built)
        if said.wheel:
            if _WHEEL not in ending.artifacts:
                raise _failed(sdist, f"its wheel: {ending.unfit.get(_WHEEL, 'not written')}")
            (staging / wheel_name(sdist, said.wheel)).write_bytes(ending.artifacts[_WHEEL])
            return
        system = msgspec.structs.replace(system, requires=(*system.requires, *said.requires))
    raise _failed(sdist, "it requires more each time it is asked")


def _ended(
    sdist: Sdist,
    workshop: Workshop,
    interpreter: Interpreter,
    program: tuple[str, ...],
    environment: Path | None = None,
) -> Ending:
    """Run our program beside an sdist, in a process of its own: a pod takes that for good."""
    script = Path(__file__).with_name(_SCRIPT).read_bytes()
    room = Room(
        interpreter=interpreter,
        system=workshop.system,
        runner=runner_folder(workshop.cache, interpreter.system or workshop.system),
        environment=environment,
        program=program,
        files={_SCRIPT: script, sdist.file: sdist.data},
        artifacts={_SAID: _LONGEST_ANSWER, _WHEEL: LARGEST_WHEEL},
        limits=_LIMITS,
    )

    def work(room: Room, _: int) -> bytes:
        return msgspec.msgpack.encode(run_in_pod(room, workshop.slot))

    return msgspec.msgpack.decode(run_one(room, work), type=Ending)


def _said(sdist: Sdist, ending: Ending, kind: type[V]) -> V:
    if ending.stopped or ending.status:
        raise _failed(sdist, _STOPPED.get(ending.stopped, "") or _last_words(ending))
    try:
        return msgspec.json.decode(ending.artifacts.get(_SAID, b""), type=kind)
    except msgspec.DecodeError as fault:
        raise _failed(sdist, f"it says nothing that can be read: {fault}") from fault


def _last_words(ending: Ending) -> str:
    lines = ending.stderr.decode("utf-8", "backslashreplace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), f"exit {ending.status}")


def _failed(sdist: Sdist, reason: str) -> CannotInstallError:
    return CannotInstallError(shortened(f"{sdist.file} cannot be built: {reason}"))


def wheel_name(sdist: Sdist, said: str) -> str:
    """Return the name of a wheel's file: ours but for the tags, which must be of their form.

    Raises:
        CannotInstallError: The build gave it the name of something else.
    """
    from packaging.utils import (  # noqa: PLC0415 -- an extra
        InvalidWheelFilename,
        parse_wheel_filename,
    )
    from packaging.version import Version  # noqa: PLC0415 -- the same

    tags = _TAGS.fullmatch("-".join(said.split("-")[-3:]))
    try:
        name, version, _, _ = parse_wheel_filename(said)
    except InvalidWheelFilename as fault:
        raise _failed(sdist, f"{said!r} is no name of a wheel") from fault
    if not tags or (name, version) != (sdist.name, Version(sdist.version)):
        raise _failed(sdist, f"{said!r} is no wheel of {sdist.name} {sdist.version}")
    return f"{sdist.name.replace('-', '_')}-{sdist.version}-{tags[0]}"

"""The Pythons of this machine: found, asked once for what they are, and never more than one X.Y."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from toolcrib.errors import UsageError
from toolcrib.model.version import version_number
from toolcrib.verify.room import Interpreter

SUPPORTED = ("3.11", "3.12", "3.13", "3.14", "3.15")
"""The versions that get fixes in November 2026 (Python Developer's Guide, "Status")."""

_QUESTION = (
    "import sys, json; print(json.dumps([sys.implementation.name, '.'.join(map(str, "
    "sys.version_info[:3])), sys.base_prefix, sys.version_info[3], "
    "getattr(sys, '_base_executable', sys.executable)]))"
)


def find_interpreters(
    versions: Iterable[str] = SUPPORTED, *, movable: bool = False
) -> tuple[Interpreter, ...]:
    """Return one CPython for each wanted version that this machine has, the newest patch of each.

    Looks in pyenv's folder, in uv's folder and on PATH. `movable` ones do not belong to this
    machine's own system: they can be mounted into another.
    """
    wanted = tuple(versions)
    asked = (ask(path) for path in dict.fromkeys(_candidates(wanted)))
    found = (i for i in asked if i and i.version in wanted)
    return newest_of_each(i for i in found if not movable or not i.prefix.is_relative_to("/usr"))


def newest_of_each(interpreters: Iterable[Interpreter]) -> tuple[Interpreter, ...]:
    """Return of each version and platform the newest patch, the first one of equals, in order."""
    best: dict[tuple[tuple[int, ...], str], Interpreter] = {}
    for interpreter in interpreters:
        key = (version_number(interpreter.version), interpreter.platform)
        other = best.get(key)
        if other is None or version_number(other.full) < version_number(interpreter.full):
            best[key] = interpreter
    return tuple(best[key] for key in sorted(best))


def interpreter_for(version: str) -> Interpreter:
    """Return the interpreter of one version.

    Raises:
        UsageError: This machine has none, or it is no version.
    """
    found = find_interpreters((version,))
    if not found:
        have = ", ".join(i.version for i in find_interpreters()) or "none"
        raise UsageError(f"no Python {version} was found here (found: {have})", "crib doctor")
    return found[0]


def this_interpreter() -> Interpreter:
    """Return the base interpreter of the Python that runs toolcrib."""
    base = Path(sys.base_prefix, "bin", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    path = base if base.exists() else Path(getattr(sys, "_base_executable", sys.executable))
    return Interpreter(
        path=path.resolve(),
        prefix=Path(sys.base_prefix).resolve(),
        full=".".join(map(str, sys.version_info[:3])),
        implementation=sys.implementation.name,
    )


def ask(path: Path) -> Interpreter | None:
    """Return what an interpreter says of itself, or None when it does not answer.

    Only its own code runs: no site-packages, no settings of the environment.
    """
    try:
        answer = subprocess.run(  # noqa: S603 -- an interpreter that the user has installed
            [path, "-I", "-S", "-c", _QUESTION],
            capture_output=True,
            timeout=20,
            check=True,
            stdin=subprocess.DEVNULL,
            env={},
        ).stdout
        name, full, prefix, level, executable = json.loads(answer)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    if name != "cpython" or level != "final":
        return None
    # Of a virtual environment the base is wanted, and of a link what it leads to: in a pod there
    # is nothing but the interpreter's own folder.
    return Interpreter(
        path=Path(executable).resolve(),
        prefix=Path(prefix).resolve(),
        full=full,
        implementation=name,
    )


def _candidates(versions: tuple[str, ...]) -> Iterator[Path]:
    yield this_interpreter().path
    home = Path.home()
    for folder in (home / ".pyenv/versions", home / ".local/share/uv/python"):
        for version in versions:
            yield from sorted(folder.glob(f"*/bin/python{version}"))
    for folder in map(Path, os.get_exec_path()):
        # A shim of pyenv runs whatever the present folder asks for.
        if folder.name != "shims":
            yield from (p for v in versions if os.access(p := folder / f"python{v}", os.X_OK))

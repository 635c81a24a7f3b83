"""Root file systems: that of this machine, and those that toolcrib has made."""

import functools
import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path

import msgspec

from toolcrib.errors import UsageError
from toolcrib.model.value import Value
from toolcrib.verify.interpreters import find_interpreters, newest_of_each, this_interpreter
from toolcrib.verify.once import note_use
from toolcrib.verify.room import HOST, Interpreter, System
from toolcrib.verify.sandbox import MERGED
from toolcrib.verify.whole import write_whole

SERVICE_SYSTEM = "debian-12"
"""The system of toolcrib's own in which services live."""

_HOST_RECIPE = "host /usr"
_STATUS = "var/lib/dpkg/status"


class OwnSystem(Value, frozen=True, kw_only=True):
    """A root file system that toolcrib has made, with the Pythons in it, as it is kept on disk."""

    system: System
    interpreters: tuple[Interpreter, ...]


@functools.cache
def host_system() -> System:
    """Return the root file system of this machine; looked at once a process."""
    packages = packages_in(Path("/"))
    listing = sorted(packages.items())
    text = f"{_HOST_RECIPE}\n{platform.release()}\n{listing}"
    return System(
        name=HOST,
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        root=Path("/"),
        packages=packages,
        python="/usr/bin/python3",
        unmerged=unmerged(Path("/")),
    )


def own_systems(cache: Path) -> tuple[OwnSystem, ...]:
    """Return the root file systems that were made on this machine, the newest of each name."""
    found = []
    for path in sorted(cache.glob("systems/*.json")):
        try:
            own = msgspec.json.decode(path.read_bytes(), type=OwnSystem, dec_hook=_from_text)
        except (OSError, msgspec.DecodeError):
            # Written by another version, or just being removed: as if it were not there.
            continue
        if own.system.root.is_dir():
            found.append(own)
    return tuple(found)


def keep_own_system(own: OwnSystem, cache: Path) -> None:
    """Keep what is known of a root file system that toolcrib has made, under its name."""
    path = cache / "systems" / f"{own.system.name}.json"
    write_whole(path, msgspec.json.encode(own, enc_hook=str))


def _from_text(kind: type, text: object) -> object:
    """Return a path for its text; msgspec has no form of its own for one."""
    if kind is not Path:
        raise TypeError(kind)
    return Path(str(text))


def system_named(name: str, cache: Path) -> System:
    """Return a root file system by its name.

    Raises:
        UsageError: There is none of that name here.
    """
    known = {HOST: host_system(), **{own.system.name: own.system for own in own_systems(cache)}}
    if name not in known:
        message = f"there is no system {name!r} here (there are: {', '.join(known)})"
        raise UsageError(message, "crib system build makes one")
    if known[name].is_own:
        note_use(known[name].root)
    return known[name]


def chosen_system(name: str, cache: Path) -> System:
    """Return a root file system by its name; with no name one with services, else this machine's.

    Raises:
        UsageError: There is none of that name here.
    """
    built = {own.system.name for own in own_systems(cache)}
    return system_named(name or (SERVICE_SYSTEM if SERVICE_SYSTEM in built else HOST), cache)


def interpreters_in(
    system: System, cache: Path, versions: Iterable[str]
) -> tuple[Interpreter, ...]:
    """Return the Pythons on which runs with services in a system can be made, one for each X.Y.

    In this machine's own system they are those that are found on it. In another one they are those
    that can be mounted there, and for the rest the Pythons of all systems that toolcrib has made:
    a solution may see another system than its services.
    """
    wanted = tuple(versions)
    if not system.is_own:
        return find_interpreters(wanted)
    own = [i for other in own_systems(cache) for i in other.interpreters]
    wheels = service_interpreter(system, cache).wheels
    movable = find_interpreters(wanted, movable=True)
    placed = [msgspec.structs.replace(i, wheels=wheels) for i in movable]
    chosen = newest_of_each(i for i in (*placed, *own) if i.version in wanted)
    for interpreter in chosen:
        if interpreter.system:
            note_use(interpreter.system.root)
    return chosen


def service_interpreter(system: System, cache: Path) -> Interpreter:
    """Return the Python that starts services in a system: its own."""
    for own in own_systems(cache):
        for interpreter in own.interpreters:
            if own.system.id == system.id and str(interpreter.path) == system.python:
                return interpreter
    return this_interpreter()


def packages_in(root: Path) -> dict[str, str]:
    """Return the installed packages of a Debian with their versions; nothing of any other system.

    The list is dpkg's own, `/var/lib/dpkg/status` (deb-control(5) has its form).
    """
    try:
        text = (root / _STATUS).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    packages = {}
    for paragraph in text.split("\n\n"):
        fields = dict(
            line.split(": ", 1)
            for line in paragraph.splitlines()
            if line.startswith(("Package: ", "Status: ", "Version: "))
        )
        if fields.get("Status", "").endswith(" ok installed"):
            packages[fields["Package"]] = fields["Version"]
    return packages


def unmerged(root: Path) -> tuple[str, ...]:
    """Return the folders of a root that are no links into `/usr`."""
    return tuple(name for name in MERGED if not (root / name).is_symlink())

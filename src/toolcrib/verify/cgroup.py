"""Where this process may have cgroups of its own, and what is written into them.

Facts are those of the kernel's Documentation/admin-guide/cgroup-v2.rst, and of "Control Group APIs
and Delegation" of systemd, which marks what it delegates with the attribute `user.delegate`
(from version 251 on).
"""

import contextlib
import functools
import os
import re
from pathlib import Path, PurePosixPath

from toolcrib.model.value import Value
from toolcrib.verify import kernel

CGROUP, WATCHDOG = "cgroup", "watchdog"
"""What holds a room to its memory: the kernel, or a look from outside every now and then."""

SOLUTION, SERVICES, DRIVER = "solution", "services", "driver"
ROLES = (SOLUTION, SERVICES, DRIVER)

_MOUNT = Path("/sys/fs/cgroup")
_CGROUP2_SUPER_MAGIC = 0x63677270
_CONTROLLERS = frozenset({"memory", "pids"})
_SUPERVISOR = "toolcrib-supervisor"
_LEAF = re.compile(rf"toolcrib-([0-9]+)\.(?:{'|'.join(ROLES)})")
_BOOTED_BY_SYSTEMD = Path("/run/systemd/system")
_DELEGATED = "user.delegate"
_MOVES = 8


class Ground(Value, frozen=True, kw_only=True):
    """The cgroup in which this process makes leaves, or why there is none."""

    folder: Path | None = None
    why_not: str = ""


class Standing(Value, frozen=True, kw_only=True):
    """What decides where a process may make leaves: its cgroup, its rights, who rules the tree.

    `marked` says that systemd has delegated the cgroup.
    """

    own: str
    as_root: bool
    systemd: bool
    marked: bool


def own_cgroup(text: str) -> str:
    """Return the path of a process's cgroup from its `/proc/…/cgroup`; empty if out of sight."""
    for line in text.splitlines():
        if line.startswith("0::/") and "/.." not in line:
            return line.removeprefix("0::").removesuffix(" (deleted)")
    return ""


def places(standing: Standing) -> tuple[str, ...]:
    """Return the cgroups in which leaves may be made, the best first, by their paths.

    What systemd rules is left alone unless it was delegated; root may have leaves beside all else.
    """
    own = PurePosixPath(standing.own or "/")
    if own.name == _SUPERVISOR:
        # An earlier process of the same delegation has moved everybody there.
        return (str(own.parent),)
    found = [standing.own] if standing.own and (standing.marked or not standing.systemd) else []
    if standing.as_root:
        found.append("/")
    return tuple(dict.fromkeys(found))


def leaf_settings(memory: int, processes: int) -> dict[str, str]:
    """Return what is written into which file of a leaf; memory in bytes.

    Without swap the limit is one of all memory, and one process too large ends the whole room.
    """
    return {
        "memory.max": str(memory),
        "memory.swap.max": "0",
        "memory.oom.group": "1",
        "pids.max": str(processes),
    }


def leaf_name(launcher: int, role: str) -> str:
    """Return the name of the leaf of a room, from the process that starts it."""
    return f"toolcrib-{launcher}.{role}"


def launcher_of(name: str) -> int | None:
    """Return the process that a leaf was made by, or None if it is no leaf."""
    match = _LEAF.fullmatch(name)
    return int(match[1]) if match else None


def ran_out(events: str) -> bool:
    """Tell from `memory.events` whether a leaf was ended at its own limit.

    `oom_kill` alone counts what was killed because all of the machine's memory was taken, too.
    """
    counts = dict(line.split() for line in events.splitlines())
    return counts.get("oom", "0") != "0" and counts.get("oom_kill", "0") != "0"


@functools.cache
def ground() -> Ground:
    """Find where this process may make leaves, and prepare the place; asked once a process.

    A process that is forked after that has the same answer.
    """
    try:
        if kernel.file_system(str(_MOUNT)) != _CGROUP2_SUPER_MAGIC:
            return Ground(why_not=f"no cgroup v2 at {_MOUNT}")
        own = own_cgroup(Path("/proc/self/cgroup").read_text(encoding="utf-8"))
    except OSError as fault:
        return Ground(why_not=f"no cgroup v2: {fault}")
    standing = Standing(
        own=own,
        as_root=os.geteuid() == 0,
        systemd=_BOOTED_BY_SYSTEMD.is_dir(),
        marked=_is_marked(_MOUNT / own.lstrip("/")),
    )
    return first_ground(_MOUNT, places(standing))


def first_ground(mount: Path, paths: tuple[str, ...]) -> Ground:
    """Return the first of some cgroups that can be prepared for leaves, prepared."""
    why_not = "no cgroup was delegated to this user"
    for path in paths:
        folder = mount / path.lstrip("/")
        try:
            _prepare(folder)
        except OSError as fault:
            why_not = f"{folder}: {fault.strerror or fault}"
        else:
            return Ground(folder=folder)
    return Ground(why_not=why_not)


def _is_marked(folder: Path) -> bool:
    try:
        return os.getxattr(folder, _DELEGATED) == b"1"
    except OSError:
        return False


def _prepare(folder: Path) -> None:
    """Let leaves of a cgroup have limits.

    Raises:
        OSError: It cannot be, or it is not this user's to decide.
    """
    for path in (folder, folder / "cgroup.procs"):
        if not os.access(path, os.W_OK):
            raise PermissionError(None, "not delegated to this user")
    if _words(folder / "cgroup.subtree_control") >= _CONTROLLERS:
        return
    if absent := _CONTROLLERS - _words(folder / "cgroup.controllers"):
        raise OSError(None, f"without the controllers {', '.join(sorted(absent))}")
    # A cgroup has either processes or children with limits; the root of all, which alone has no
    # type, may have both.
    if (folder / "cgroup.type").exists():
        _move_processes(folder, folder / _SUPERVISOR)
    enable = " ".join(f"+{name}" for name in sorted(_CONTROLLERS))
    (folder / "cgroup.subtree_control").write_text(enable, encoding="ascii")


def _move_processes(source: Path, target: Path) -> None:
    """Move all processes of a cgroup into a child of it; new ones may appear meanwhile."""
    target.mkdir(exist_ok=True)
    for _ in range(_MOVES):
        # Those of another process namespace are shown as 0, which would stand for this one.
        processes = _words(source / "cgroup.procs") - {"0"}
        if not processes:
            return
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                (target / "cgroup.procs").write_text(process, encoding="ascii")


def _words(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="ascii").split())

"""What both rooms of a pod have in them: interpreters, files of `/etc`, the host's own layout."""

from pathlib import Path

from toolcrib.verify import kernel, sandbox
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Room
from toolcrib.verify.sandbox import File, Mount


def prefixes(room: Room) -> tuple[Path, ...]:
    """Return where the interpreters lie that do not come with the system."""
    return tuple(prefix for prefix in _all_prefixes(room) if not prefix.is_relative_to("/usr"))


def _all_prefixes(room: Room) -> list[Path]:
    interpreters = (room.interpreter, room.service_interpreter)
    return sorted({interpreter.prefix for interpreter in interpreters if interpreter})


def interpreter_mounts(room: Room, holder: Holder) -> tuple[Mount, ...]:
    """Return the mounts of the interpreters that do not come with the system."""
    # At the very same place: an interpreter's build has that path compiled in.
    return tuple(holder.mount(prefix, str(prefix)) for prefix in prefixes(room))


def needs_local(room: Room) -> bool:
    """Tell whether an interpreter lies in `/usr/local`."""
    return any(prefix.is_relative_to("/usr/local") for prefix in _all_prefixes(room))


def etc_files() -> tuple[File, ...]:
    """Return the files of `/etc` that are the pod's own."""
    return tuple(file(f"/etc/{n}", text.encode()) for n, text in sandbox.ETC.items())


def file(target: str, data: bytes, *, mode: str = "0644") -> File:
    """Return a file of a room that holds some data."""
    return File(descriptor=kernel.memory_file(data), target=target, mode=mode)


def unmerged() -> tuple[str, ...]:
    """Return the folders of the host's root that are no links into `/usr`."""
    return tuple(name for name in sandbox.MERGED if not Path("/", name).is_symlink())

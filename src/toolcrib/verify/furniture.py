"""What both rooms of a pod have in them: interpreters, files of `/etc`, the host's own layout."""

from pathlib import Path

from toolcrib.verify import kernel, sandbox
from toolcrib.verify.holder import Holder
from toolcrib.verify.room import Interpreter, Room, System
from toolcrib.verify.sandbox import File, Mount
from toolcrib.verify.services.service import Service


def own_roots(*systems: System) -> tuple[Path, ...]:
    """Return where those root file systems lie that are not this machine's."""
    return tuple(dict.fromkeys(system.root for system in systems if system.is_own))


def prefixes(room: Room) -> tuple[Path, ...]:
    """Return where the interpreters lie that do not come with a root file system."""
    interpreters = (room.interpreter, room.service_interpreter)
    return tuple(i.prefix for i in interpreters if i and is_mounted(i))


def is_mounted(interpreter: Interpreter) -> bool:
    """Tell whether an interpreter has to be mounted, for it does not come with the system."""
    return not (interpreter.system or interpreter.prefix.is_relative_to("/usr"))


def interpreter_mounts(interpreter: Interpreter | None, holder: Holder) -> tuple[Mount, ...]:
    """Return the mount of an interpreter that does not come with the system."""
    if interpreter is None or not is_mounted(interpreter):
        return ()
    # At the very same place: an interpreter's build has that path compiled in.
    return (holder.mount(interpreter.prefix, str(interpreter.prefix)),)


def needs_local(interpreter: Interpreter | None) -> bool:
    """Tell whether an interpreter lies in `/usr/local`."""
    return interpreter is not None and interpreter.prefix.is_relative_to("/usr/local")


def etc_files(services: tuple[Service, ...] = (), hosts: tuple[str, ...] = ()) -> tuple[File, ...]:
    """Return the files of `/etc` that are the pod's own, with names of hosts for it."""
    names = " ".join((*(name for service in services for name in service.hosts), *hosts))
    etc = sandbox.ETC | ({"hosts": f"{sandbox.ETC['hosts']}127.0.0.1 {names}\n"} if names else {})
    return tuple(file(f"/etc/{name}", text.encode()) for name, text in etc.items())


def file(target: str, data: bytes, *, mode: str = "0644") -> File:
    """Return a file of a room that holds some data."""
    return File(descriptor=kernel.memory_file(data), target=target, mode=mode)

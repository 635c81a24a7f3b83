"""What the processes of a room hold in memory, counted from outside.

It stands in for a cgroup where none is delegated: it sees what a cgroup would charge for in sizes
that matter (anonymous and shared pages, anonymous files, files and inodes in the scratch space,
what sockets hold), but only when it looks. What it cannot see (shared pages that a process has let
go of and not freed, files that are under way between processes) shows in what this machine has
left, which is why that is watched too.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from toolcrib.verify import kernel

_SCRATCH = ("tmp", "home", "run", "dev/shm")
_BLOCK = 512
_INODE = 1024
"""About what the kernel needs for a file that holds nothing."""
_SPARE = 32
"""Of the machine's memory, one part in so many stays free, whatever a run may take."""


def memory_of(pid: int) -> int:
    """Return the bytes that a process and its descendants hold, their scratch space included."""
    processes = tuple(_descendants(pid))
    files: dict[tuple[int, int], int] = {}
    scratch = 0
    total = 0
    for process in processes:
        total += _resident(process)
        files |= _anonymous_files(process)
        scratch = scratch or _scratch(process)
    return total + sum(files.values()) + scratch


def is_exhausted() -> bool:
    """Tell whether this machine has hardly any memory left."""
    sizes = {line.split(":")[0]: line.split()[1] for line in _lines("/proc/meminfo")}
    return int(sizes.get("MemAvailable", 1)) * _SPARE < int(sizes.get("MemTotal", 0))


def _descendants(pid: int) -> Iterator[int]:
    waiting = [pid]
    while waiting:
        process = waiting.pop()
        yield process
        waiting += kernel.children(process)


def _resident(pid: int) -> int:
    """Return the pages of a process; a leader that has ended has none, so any thread is asked."""
    for thread in _names(f"/proc/{pid}/task"):
        found = 0
        for line in _lines(f"/proc/{pid}/task/{thread}/status"):
            if line.startswith(("RssAnon:", "RssShmem:")):
                found += int(line.split()[1]) * 1024
        if found:
            return found
    return 0


def _anonymous_files(pid: int) -> dict[tuple[int, int], int]:
    """Return the bytes of the memory files that a process has open, each once by its inode."""
    sizes = {}
    for name in _names(f"/proc/{pid}/fd"):
        path = Path(f"/proc/{pid}/fd", name)
        try:
            if str(path.readlink()).startswith("/memfd:"):
                stat = path.stat()
                sizes[(stat.st_dev, stat.st_ino)] = stat.st_blocks * _BLOCK
        except OSError:
            continue
    return sizes


def _scratch(pid: int) -> int:
    """Return the bytes that the file systems in memory of a process's room hold.

    Until bubblewrap has furnished the room, what lies there is what this process sees: the host's.
    """
    total, seen = 0, {device for place in _SCRATCH for device in _devices(f"/{place}")}
    for place in _SCRATCH:
        try:
            path = Path(f"/proc/{pid}/root", place)
            device = path.stat().st_dev
            usage = os.statvfs(path)
        except OSError:
            continue
        if device not in seen:
            seen.add(device)
            total += (usage.f_blocks - usage.f_bfree) * usage.f_frsize
            total += (usage.f_files - usage.f_ffree) * _INODE
    return total


def _devices(path: str) -> list[int]:
    try:
        return [Path(path).stat().st_dev]
    except OSError:
        return []


def _names(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir()]
    except OSError:
        return []


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []

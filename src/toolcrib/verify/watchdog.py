"""What the processes of a room hold in memory, counted from outside.

It stands in for a cgroup where none is delegated: it sees everything that a cgroup would charge
for in sizes that matter (anonymous and shared pages, anonymous files, files and inodes in the
scratch space), but only when it looks.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from toolcrib.verify import kernel

_SCRATCH = ("tmp", "home", "run", "dev/shm")
_BLOCK = 512
_INODE = 1024
"""About what the kernel needs for a file that holds nothing."""


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
    """Return the bytes that the file systems in memory of a process's room hold."""
    total, seen = 0, set()
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

"""The runner inside a pod: waits for the solution, tells how it ended, hands out its artifacts.

A shell starts the solution and then becomes this program, so the two start side by side and the
solution is this program's child: `python inner.py CHILD NAME:BYTES…`, with the files that may leave
and the bytes that each may have. Where time is measured, this program starts it, so that nothing
else runs meanwhile and the wall time is exact: `python inner.py start NAME:BYTES… -- COMMAND…`,
with the command's standard streams as descriptors 5, 6 and 7. The first process of its room, it is
out of reach of signals from there, and whatever loses its parent becomes its child. It is a script,
not part of the package, which runs with `-I -S` under any Python from 3.8 on and imports only what
starts in no time. On descriptor 9 it writes `status STATUS PEAK_KIB`, then `times USER SYSTEM WALL`
in microseconds (WALL is 0 where a shell has started the command), then for each file `artifact NAME
SIZE` and the bytes; what is missing or unfit is `unfit NAME REASON`.
"""

import os
import stat
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    import resource

REPORT = 9
PR_SET_DUMPABLE = 4
STREAMS = {5: 0, 6: 1, 7: 2}
IGNORED_BY_PYTHON = (13, 25)  # SIGPIPE, SIGXFSZ


def main() -> None:
    """Wait for the solution and report on it."""
    if os.getpid() != 1:
        # At its end this kills all processes that it can see: in a pod, those of the solution.
        sys.exit("this runs as the first program of a pod, and nowhere else")
    hide()
    first, *declared = sys.argv[1:]
    started = 0.0
    if first == "start":
        cut = declared.index("--")
        declared, command = declared[:cut], declared[cut + 1 :]
        started = time.monotonic()
        child = start(command)
    else:
        child = int(first)
    status, usage = wait_for(child)
    wall = time.monotonic() - started if started else 0.0
    stop_all_others()
    write(b"status %d %d\n" % (status, usage.ru_maxrss))
    seconds = (usage.ru_utime, usage.ru_stime, wall)
    write(b"times %d %d %d\n" % tuple(round(1_000_000 * each) for each in seconds))
    for artifact in declared:
        name, _, most = artifact.rpartition(":")
        send(name, int(most))
    os._exit(0)


def hide() -> None:
    """Let nobody in the pod look into this process or at its descriptors."""
    # The whole of ctypes would cost a third of the time in which this program starts.
    import _ctypes  # noqa: PLC0415 -- apart, because it is private

    # None is the program itself, which the stub of this private module does not know.
    program = _ctypes.dlopen(None, 0)  # type: ignore[arg-type]
    prctl = _ctypes.dlsym(program, "prctl")
    _ctypes.call_function(prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0))


def start(command: list[str]) -> int:
    """Start a command with the streams that were kept for it, and return its process."""
    actions: list[tuple[int, ...]] = [(os.POSIX_SPAWN_DUP2, a, b) for a, b in STREAMS.items()]
    actions += [(os.POSIX_SPAWN_CLOSE, number) for number in (*STREAMS, REPORT)]
    settings = os.environ  # noqa: TID251 -- those of the room
    return os.posix_spawnp(
        command[0], command, settings, file_actions=actions, setsigdef=IGNORED_BY_PYTHON
    )


def wait_for(child: int) -> "tuple[int, resource.struct_rusage]":
    """Wait for one process, reaping others on the way; return its wait status and its usage.

    That is its own and that of all descendants which were waited for (getrusage(2)).
    """
    while True:
        pid, status, usage = os.wait4(-1, 0)
        if pid == child:
            return status, usage


def stop_all_others() -> None:
    """Kill whatever the program left running: nothing may change a file while it is read."""
    try:
        os.kill(-1, 9)
    except ProcessLookupError:
        return
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        return


def send(name: str, most: int) -> None:
    """Hand out one declared file: a regular one of bounded size, reached through no link."""
    try:
        folder = os.open("out", os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        artifact = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as fault:
        write(f"unfit {name} {fault.strerror}\n".encode())
        return
    size = os.fstat(artifact).st_size
    if not stat.S_ISREG(os.fstat(artifact).st_mode) or size > most:
        write(f"unfit {name} it is no regular file of at most {most // 1024} KiB\n".encode())
        return
    data = os.read(artifact, most)
    write(f"artifact {name} {len(data)}\n".encode() + data)


def write(data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(REPORT, data) :]


if __name__ == "__main__":
    main()

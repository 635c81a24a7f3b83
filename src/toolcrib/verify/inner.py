"""The runner inside a pod: waits for the solution, tells how it ended, hands out its pictures.

A shell starts the solution and then becomes this program, so the two start side by side and the
solution is this program's child. It runs with `-I -S` under any Python from 3.8 on and imports
only what starts in no time. It is a script, not part of the package:
`python inner.py CHILD PICTURES…`. On descriptor 9 it writes `status STATUS PEAK_KIB`, then for
each picture `picture NAME SIZE` and the bytes; what is missing or unfit is `unfit NAME REASON`.
"""

import os
import stat
import sys

REPORT = 9
PICTURE_LIMIT = 256 * 1024
PR_SET_DUMPABLE = 4


def main() -> None:
    """Wait for the solution and report on it."""
    if (os.getppid(), os.getpid()) != (1, 2):
        # At its end this kills all processes that it can see: in a pod, those of the solution.
        sys.exit("this runs as the first program of a pod, and nowhere else")
    hide()
    status, peak = wait_for(int(sys.argv[1]))
    stop_all_others()
    write(b"status %d %d\n" % (status, peak))
    for name in sys.argv[2:]:
        send(name)
    os._exit(0)


def hide() -> None:
    """Let nobody in the pod look into this process or at its descriptors."""
    # The whole of ctypes would cost a third of the time in which this program starts.
    import _ctypes  # noqa: PLC0415 -- apart, because it is private

    # None is the program itself, which the stub of this private module does not know.
    program = _ctypes.dlopen(None, 0)  # type: ignore[arg-type]
    prctl = _ctypes.dlsym(program, "prctl")
    _ctypes.call_function(prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0))


def wait_for(child: int) -> tuple[int, int]:
    """Wait for one process, reaping others on the way; return its wait status and peak KiB."""
    while True:
        pid, status, usage = os.wait4(-1, 0)
        if pid == child:
            return status, usage.ru_maxrss


def stop_all_others() -> None:
    """Kill whatever the program left running: nothing may change a picture while it is read."""
    try:
        os.kill(-1, 9)
    except ProcessLookupError:
        return
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        return


def send(name: str) -> None:
    """Hand out one declared picture: a regular file of bounded size, reached through no link."""
    try:
        folder = os.open("out", os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        picture = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as fault:
        write(f"unfit {name} {fault.strerror}\n".encode())
        return
    size = os.fstat(picture).st_size
    if not stat.S_ISREG(os.fstat(picture).st_mode) or size > PICTURE_LIMIT:
        write(f"unfit {name} it is no regular file of at most 256 KiB\n".encode())
        return
    data = os.read(picture, PICTURE_LIMIT)
    write(f"picture {name} {len(data)}\n".encode() + data)


def write(data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(REPORT, data) :]


if __name__ == "__main__":
    main()

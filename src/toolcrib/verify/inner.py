"""The first program inside a pod: sets the last limits, runs the solution, hands out its pictures.

Runs with `-I -S` under any Python from 3.8 on, so it imports only what starts in no time.
It is a script, not part of the package: `python inner.py FD PROCESSES FILES FILE_SIZE DATA
PICTURES… -- PROGRAM ARGS…`. On the descriptor it writes `status STATUS PEAK_KIB`, then for each
picture `picture NAME SIZE` and the bytes; what is missing or unfit is `unfit NAME REASON`. A
program that could not even be started is `unstarted REASON`.
"""

import os
import resource
import stat
import sys

PICTURE_LIMIT = 256 * 1024
PR_SET_DUMPABLE = 4


def main() -> None:
    """Run the program and report on it."""
    if (os.getppid(), os.getpid()) != (1, 2):
        # At its end this kills all processes that it can see: in a pod, those of the solution.
        sys.exit("this runs as the first program of a pod, and nowhere else")
    report, processes, files, file_size, data = map(int, sys.argv[1:6])
    rest = sys.argv[6:]
    cut = rest.index("--")
    pictures, program = rest[:cut], rest[cut + 1 :]
    os.set_inheritable(report, False)  # noqa: FBT003 -- the only way to say it
    child = os.fork()
    if child == 0:
        try:
            start(program, processes, files, file_size, data)
        except OSError as fault:
            write(report, f"unstarted {program[0]}: {fault.strerror}\n".encode())
        os._exit(127)
    status, peak = wait_for(child)
    stop_all_others()
    write(report, b"status %d %d\n" % (status, peak))
    for name in pictures:
        send(report, name)
    os._exit(0)


def start(program: list[str], processes: int, files: int, file_size: int, data: int) -> None:
    """Become the program, under limits that count inside this pod only."""
    resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
    resource.setrlimit(resource.RLIMIT_DATA, (data, data))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(program[0], program)  # noqa: S606 -- no shell is wanted


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


def send(report: int, name: str) -> None:
    """Hand out one declared picture: a regular file of bounded size, reached through no link."""
    try:
        folder = os.open("out", os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        picture = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as fault:
        write(report, f"unfit {name} {fault.strerror}\n".encode())
        return
    size = os.fstat(picture).st_size
    if not stat.S_ISREG(os.fstat(picture).st_mode) or size > PICTURE_LIMIT:
        write(report, f"unfit {name} it is no regular file of at most 256 KiB\n".encode())
        return
    data = os.read(picture, PICTURE_LIMIT)
    write(report, f"picture {name} {len(data)}\n".encode() + data)


def write(report: int, data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(report, data) :]


def hide() -> None:
    """Let nobody in the pod look into this process or at its descriptors."""
    # The whole of ctypes would cost a third of the time in which this program starts.
    import _ctypes  # noqa: PLC0415 -- apart, because it is private

    program = _ctypes.dlopen(None, 0)  # type: ignore[arg-type]
    prctl = _ctypes.dlsym(program, "prctl")
    _ctypes.call_function(prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0))


if __name__ == "__main__":
    hide()
    main()

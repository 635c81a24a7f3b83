"""What a hostile program tells: the kernel's answer to each of its attempts."""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)


def tell(what, attempt):
    """Try something, and print what came of it: `done`, or the name of the error."""
    try:
        attempt()
    except OSError as fault:
        print(what, errno.errorcode.get(fault.errno, fault.errno), flush=True)
    else:
        print(what, "done", flush=True)


def call(number, *arguments):
    """Do a system call by its number; whole words are given, so that no half is lost."""
    words = [ctypes.c_ulong(each) if isinstance(each, int) else each for each in arguments]
    answer = libc.syscall(ctypes.c_long(number), *words)
    if answer == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer

"""Sets the clock of the machine to what it shows already, so that it does no harm."""

import ctypes
import time

from seen import call, tell


def now(parts):
    seconds, rest = divmod(time.time_ns(), 10**9)
    return ctypes.byref((ctypes.c_long * 2)(seconds, rest // parts))


tell("settimeofday", lambda: call(164, now(1000), 0))
tell("clock_settime", lambda: call(227, 0, now(1)))
tell("adjtimex", lambda: call(159, ctypes.byref(ctypes.create_string_buffer(256))))

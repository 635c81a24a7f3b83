# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:fcntl"
# ///
"""flock belongs to the open file, so the lock is gone with the program, however that ends."""

import fcntl
import subprocess
import sys


def back_up(name, meanwhile=None):
    with open("backup.lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"{name} backup: another one is running already", flush=True)
            return
        print(f"{name} backup: runs", flush=True)
        if meanwhile:
            subprocess.run([sys.executable, __file__, meanwhile], check=True)
        print(f"{name} backup: ready", flush=True)


if len(sys.argv) > 1:
    back_up(sys.argv[1])
else:
    back_up("first", meanwhile="second")
    back_up("third")

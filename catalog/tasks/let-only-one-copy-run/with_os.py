# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:os"
# ///
"""Only one can make the file with O_EXCL, on Windows too; after a crash somebody has to remove it."""

import os
import subprocess
import sys


def back_up(name, meanwhile=None):
    try:
        os.close(os.open("backup.lock", os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        print(f"{name} backup: another one is running already", flush=True)
        return
    try:
        print(f"{name} backup: runs", flush=True)
        if meanwhile:
            subprocess.run([sys.executable, __file__, meanwhile], check=True)
        print(f"{name} backup: ready", flush=True)
    finally:
        os.remove("backup.lock")


if len(sys.argv) > 1:
    back_up(sys.argv[1])
else:
    back_up("first", meanwhile="second")
    back_up("third")

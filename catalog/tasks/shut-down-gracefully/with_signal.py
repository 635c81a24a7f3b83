# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:signal"
# ///
"""The handler only notes the wish; the loop ends between two jobs and cleans up as usual."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

LOCK = Path("worker.lock")


def work():
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    LOCK.touch()
    try:
        while not stop.is_set():
            print("job begun", flush=True)
            time.sleep(0.5)  # goes on after the signal
            print("job done")
    finally:
        LOCK.unlink()
    print("stopped cleanly")


if sys.argv[1:] == ["work"]:
    work()
else:
    command = [sys.executable, __file__, "work"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        print(worker.stdout.readline(), end="")
        worker.terminate()
        print("SIGTERM sent")
        print(worker.stdout.read(), end="")
    print(f"status {worker.returncode}, lock file", "left" if LOCK.exists() else "removed")

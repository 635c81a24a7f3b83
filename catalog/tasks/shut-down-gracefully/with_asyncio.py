# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""The loop calls its handler between two steps, where it may touch whatever the program has."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

LOCK = Path("worker.lock")


async def work():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    LOCK.touch()
    try:
        while not stop.is_set():
            print("job begun", flush=True)
            await asyncio.sleep(0.5)
            print("job done")
    finally:
        LOCK.unlink()
    print("stopped cleanly")


if sys.argv[1:] == ["work"]:
    asyncio.run(work())
else:
    command = [sys.executable, __file__, "work"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        print(worker.stdout.readline(), end="")
        worker.terminate()
        print("SIGTERM sent")
        print(worker.stdout.read(), end="")
    print(f"status {worker.returncode}, lock file", "left" if LOCK.exists() else "removed")

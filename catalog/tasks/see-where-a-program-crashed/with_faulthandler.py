# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:faulthandler"
# ///
"""It writes the stack even when the interpreter itself is broken or stuck, where no except can."""

import ctypes
import faulthandler
import re
import signal
import threading
from multiprocessing import Process
from pathlib import Path


def read_sensor():
    ctypes.string_at(0)  # nobody may read there


def wait_for_tide():
    threading.Event().wait()  # nobody will ever set it


def watch(job):
    with open(f"{job.__name__}.txt", "w", encoding="utf-8") as file:
        faulthandler.enable(file)
        faulthandler.dump_traceback_later(1, exit=True, file=file)
        job()


if __name__ == "__main__":
    for job in read_sensor, wait_for_tide:
        child = Process(target=watch, args=[job])
        child.start()
        child.join()
        code = child.exitcode
        how = f"by {signal.Signals(-code).name}" if code < 0 else f"with {code}"
        print(f"{job.__name__}: ended {how}")
        report = Path(f"{job.__name__}.txt").read_text(encoding="utf-8")
        print(" ", report.splitlines()[0])
        ours = r"line \d+ in (read_sensor|wait_for_tide|watch)$"
        for function in re.findall(ours, report, re.MULTILINE):
            print("  in", function)

# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""psutil keeps the processes it has seen, so each round tells what they used since the last."""

import argparse
import itertools
import os
import subprocess
import sys

import psutil


def busy() -> int:
    used = [process.info["cpu_percent"] for process in psutil.process_iter(["cpu_percent"])]
    return sum(percent is not None and percent > 10 for percent in used)


def main() -> None:
    parser = argparse.ArgumentParser(description="Show the use of this system, again and again.")
    parser.add_argument("--interval", type=float, default=2, help="seconds (default: 2)")
    parser.add_argument("--rounds", type=int, default=0, help="end after so many; 0 goes on")
    parser.add_argument("--load", action="store_true", help="let a process compute after round 1")
    args = parser.parse_args()
    if not 0 < args.interval <= 3600 or args.rounds < 0:
        parser.error("the interval must be above 0 and at most 3600, the rounds not below 0")

    clear = "\033[H\033[J" if sys.stdout.isatty() else ""
    before = psutil.net_io_counters()
    for number in itertools.count(1):
        busy()
        cpu = psutil.cpu_percent(args.interval)
        now = psutil.net_io_counters()
        print(f"{clear}cpu: {cpu} %, {busy()} busy")
        print(f"memory: {psutil.virtual_memory().percent} %")
        print(f"disk: {psutil.disk_usage('/').percent} %")
        print(f"processes: {len(psutil.pids())} in all")
        print(f"received: {now.bytes_recv - before.bytes_recv} B", end=", ")
        print(f"sent: {now.bytes_sent - before.bytes_sent} B", flush=True)
        if number == args.rounds:
            break
        before = now
        if args.load and number == 1:
            compute = f"import os\nwhile os.getppid() == {os.getpid()}: pass"  # as long as we live
            subprocess.Popen([sys.executable, "-c", compute], process_group=0)  # apart from Ctrl-C


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

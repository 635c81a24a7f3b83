# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""One call for each resource, with the same fields on Linux, macOS and Windows."""

import argparse
import itertools
import sys

import psutil


def seconds(text: str) -> float:
    if not 0 < float(text) <= 3600:
        raise argparse.ArgumentTypeError(f"{text} is not above 0 and at most 3600")
    return float(text)


def count(text: str) -> int:
    if int(text) < 0:
        raise argparse.ArgumentTypeError(f"{text} is below 0")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Show the use of this system, a line each time.")
    parser.add_argument("--interval", type=seconds, default=1, help="between two lines")
    parser.add_argument("--lines", type=count, default=0, help="end after so many; 0 goes on")
    parser.add_argument("--once", action="store_const", const=1, dest="lines", help="one line only")
    args = parser.parse_args()
    before = psutil.net_io_counters()
    for line in itertools.count(1):
        cpu = psutil.cpu_percent(args.interval)
        now = psutil.net_io_counters()
        print(
            f"cpu {cpu} %",
            f"memory {psutil.virtual_memory().percent} %",
            f"disk {psutil.disk_usage('/').percent} %",
            f"{len(psutil.pids())} processes",
            f"received {now.bytes_recv - before.bytes_recv} B",
            f"sent {now.bytes_sent - before.bytes_sent} B",
            sep=", ",
            flush=True,
        )
        if line == args.lines:
            break
        before = now


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

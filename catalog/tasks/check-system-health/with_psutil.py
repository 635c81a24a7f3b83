# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""psutil gives the same three figures on Linux, macOS and Windows without calling a program."""

import argparse
import sys

import psutil


def main() -> int:
    parser = argparse.ArgumentParser(description="Tell which resource is used beyond its limit.")
    for resource in ("cpu", "memory", "disk"):
        text = f"highest {resource} use that is still well (default: %(default)s)"
        parser.add_argument(f"--{resource}", type=float, default=90, metavar="PERCENT", help=text)
    limits = vars(parser.parse_args())
    used = {
        "cpu": psutil.cpu_percent(interval=1),
        "memory": psutil.virtual_memory().percent,
        "disk": psutil.disk_usage("/").percent,
    }
    for resource, percent in used.items():
        if percent > limits[resource]:
            print(f"{resource}: ALERT, {percent} % used, limit {limits[resource]:g} %")
        else:
            print(f"{resource}: ok")
    return int(any(percent > limits[resource] for resource, percent in used.items()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

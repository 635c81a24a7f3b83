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


def percent(text: str) -> float:
    if not 0 <= float(text) <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 100")
    return float(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Tell which resource is used beyond its limit.")
    for resource in ("cpu", "memory", "disk"):
        text = f"highest {resource} use that is still well (default: %(default)s)"
        parser.add_argument(f"--{resource}", type=percent, default=90, help=text)
    limits = vars(parser.parse_args())
    used = {
        "cpu": psutil.cpu_percent(interval=1),
        "memory": psutil.virtual_memory().percent,
        "disk": psutil.disk_usage("/").percent,
    }
    for resource, value in used.items():
        if value > limits[resource]:
            print(f"{resource}: ALERT, {value} % used, limit {limits[resource]:g} %")
        else:
            print(f"{resource}: ok")
    return int(any(value > limits[resource] for resource, value in used.items()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""psutil asks the kernel, so nothing is parsed; a service is known by the name of its process."""

import argparse
import math
import sys

import psutil


def disk(limit: str) -> tuple[str, bool]:
    used = math.ceil(psutil.disk_usage("/").percent)
    return f"disk: {used} % used", used < float(limit or 90)


def load(limit: str) -> tuple[str, bool]:
    value = psutil.getloadavg()[0] / psutil.cpu_count()
    return f"load: {value:.1f} a core", value < float(limit or 1)


def service(name: str) -> tuple[str, bool]:
    runs = any(process.info["name"] == name for process in psutil.process_iter(["name"]))
    return f"service {name}: {'running' if runs else 'not running'}", runs


def main() -> int:
    parser = argparse.ArgumentParser(description="Check this system without its tools.")
    help_ = "disk[:PERCENT], load[:PER_CORE] or service:NAME, with commas between them"
    parser.add_argument("checks", nargs="?", default="disk,load", help=help_)
    wanted = [check.partition(":") for check in parser.parse_args().checks.split(",")]
    known = {"disk": disk, "load": load, "service": service}
    try:
        results = [known[kind](value) for kind, _, value in wanted]
    except (KeyError, ValueError) as error:
        parser.error(f"{error}: a check is {help_}")
    for text, well in results:
        print(f"{text}, {'ok' if well else 'BAD'}")
    return int(not all(well for _, well in results))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

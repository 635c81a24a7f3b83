# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""psutil gives the same three figures on Linux, macOS and Windows without calling a program."""

import argparse
import json
import sys

import psutil

STATES = ("ok", "warning", "critical")


def limits(text: str) -> list[float]:
    """Return the limits of `80,90`, warning and critical, or of `90`, ten percent less to warn."""
    *warning, critical = map(float, text.split(","))
    warning = warning or [max(critical - 10, 0)]
    if len(warning) > 1 or not 0 <= warning[0] <= critical <= 100:
        raise ValueError
    return [*warning, critical]


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the health of this system.")
    for resource in ("cpu", "memory", "disk"):
        text = "critical percent, or warning and critical: 80,90 (default: 90)"
        parser.add_argument(f"--{resource}", type=limits, default="90", help=text)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    args = parser.parse_args()
    used = {
        "cpu": psutil.cpu_percent(interval=1),
        "memory": psutil.virtual_memory().percent,
        "disk": psutil.disk_usage("/").percent,
    }
    levels = {
        resource: sum(value >= limit for limit in vars(args)[resource])
        for resource, value in used.items()
    }
    if args.format == "json":
        print(json.dumps({r: {"state": STATES[levels[r]], "percent": used[r]} for r in used}))
    else:
        for resource, value in used.items():
            print(f"{resource}: {STATES[levels[resource]]}, {value} % used")
    return max(levels.values())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

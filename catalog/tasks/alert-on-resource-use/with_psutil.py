# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""Silent while all is well, so cron sends mail only when psutil has measured too much."""

import argparse
import shlex
import subprocess
import sys

import psutil


def percent(text: str) -> float:
    if not 0 <= float(text) <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 100")
    return float(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Warn when a resource is used beyond its limit.")
    for resource in ("cpu", "memory", "disk"):
        text = f"highest {resource} use in percent (default: 90)"
        parser.add_argument(f"--{resource}", type=percent, default=90, help=text)
    text = "run for each warning, with the warning as its last argument"
    parser.add_argument("--command", type=shlex.split, default=[], help=text)
    args = parser.parse_args()
    used = {
        "cpu": psutil.cpu_percent(interval=1),
        "memory": psutil.virtual_memory().percent,
        "disk": psutil.disk_usage("/").percent,
    }
    limits = vars(args)
    warnings = [
        f"{resource}: {value} % used, limit {limits[resource]:g} %"
        for resource, value in used.items()
        if value > limits[resource]
    ]
    for warning in warnings:
        print(warning, flush=True)
        if args.command and (status := subprocess.run([*args.command, warning]).returncode):
            print(f"{args.command[0]}: status {status}", file=sys.stderr)
    return int(bool(warnings))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

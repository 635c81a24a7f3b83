# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""df, uptime and the service manager know the answers; -P and LC_ALL=C make them easy to parse."""

import argparse
import os
import re
import subprocess
import sys


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def disk(limit: str) -> tuple[str, bool]:
    used = int(re.search(r"(\d+)%", output("df", "-P", "/"))[1])
    return f"disk: {used} % used", used < float(limit or 90)


def load(limit: str) -> tuple[str, bool]:
    average = float(re.search(r"load averages?: ([\d.]+)", output("uptime"))[1])
    value = average / os.cpu_count()
    return f"load: {value:.1f} a core", value < float(limit or 1)


def service(name: str) -> tuple[str, bool]:
    systemd = ["systemctl", "is-active", "--quiet", name]
    command = systemd if os.path.isdir("/run/systemd/system") else ["service", name, "status"]
    runs = name and subprocess.run(command, capture_output=True).returncode == 0
    return f"service {name}: {'running' if runs else 'not running'}", runs


def main() -> int:
    parser = argparse.ArgumentParser(description="Check this system with its own tools.")
    help_ = "disk[:PERCENT], load[:PER_CORE] or service:NAME, with commas between them"
    parser.add_argument("checks", nargs="?", default="disk,load", help=help_)
    wanted = [check.partition(":") for check in parser.parse_args().checks.split(",")]
    known = {"disk": disk, "load": load, "service": service}
    os.environ["LC_ALL"] = "C"
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
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

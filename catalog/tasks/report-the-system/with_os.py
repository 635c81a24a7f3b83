# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os asks the kernel itself; where there is no uname, on Windows, the environment tells as much."""

import argparse
import json
import os
import sys

parser = argparse.ArgumentParser(description="Report system, machine and interpreter.")
parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
args = parser.parse_args()
try:
    if os.name == "nt":
        system, release = "Windows", os.environ.get("OS", "unknown")
        machine = os.environ.get("PROCESSOR_ARCHITECTURE", "unknown")
    else:
        system, _, release, _, machine = os.uname()
    report = {
        "system": system,
        "release": release,
        "machine": machine,
        "processor": os.environ.get("PROCESSOR_IDENTIFIER", "unknown"),
        "CPUs": os.cpu_count() or "unknown",
        "Python": sys.version.split()[0],
    }
    if args.format == "json":
        print(json.dumps(report, indent=2))
    else:
        for name, value in report.items():
            print(f"{name}: {value}")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

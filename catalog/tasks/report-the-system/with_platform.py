# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:platform"
# ///
"""platform, os and sys know the same on Linux, macOS and Windows, each its share."""

import argparse
import json
import os
import platform
import sys

parser = argparse.ArgumentParser(description="Report system, machine and interpreter.")
parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
args = parser.parse_args()
try:
    report = {
        "system": platform.system() or "unknown",
        "release": platform.release() or "unknown",
        "machine": platform.machine() or "unknown",
        "processor": platform.processor() or "unknown",
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

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""sys tells what this interpreter was built for, and its version as numbers to compare."""

import argparse
import json
import os
import platform
import sys

SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}

parser = argparse.ArgumentParser(description="Report system, machine and interpreter.")
parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
args = parser.parse_args()
try:
    report = {
        "system": SYSTEMS.get(sys.platform, sys.platform),
        "release": platform.release() or "unknown",
        "machine": platform.machine() or "unknown",
        "processor": platform.processor() or "unknown",
        "CPUs": os.cpu_count() or "unknown",
        "Python": ".".join(map(str, sys.version_info[:3])),
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

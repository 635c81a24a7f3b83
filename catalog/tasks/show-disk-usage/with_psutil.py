# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""disk_usage has the share as well, counted as df does: of what users may fill."""

import argparse
import sys

import psutil

parser = argparse.ArgumentParser(description="Show bytes used and free where a path lies.")
parser.add_argument("path", nargs="*", default=["/"], help="default: /")
parser.add_argument("--warn-at", type=float, metavar="PERCENT", default=90, help="default: 90")
args = parser.parse_args()
if not 0 <= args.warn_at <= 100:
    parser.error("the percentage must lie between 0 and 100")
status = 0
try:
    for path in args.path:
        disk = psutil.disk_usage(path)
        figures = f"{disk.total:,} bytes, {disk.used:,} used, {disk.free:,} free"
        print(f"{path}: {figures}, {disk.percent} % full")
        if disk.percent > args.warn_at:
            status = 1
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(status)

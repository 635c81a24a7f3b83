# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""used and free leave out what is kept for root, so the share is that of df: used of both."""

import argparse
import shutil
import sys

parser = argparse.ArgumentParser(description="Show bytes used and free where a path lies.")
parser.add_argument("path", nargs="*", default=["/"], help="default: /")
parser.add_argument("--warn-at", type=float, metavar="PERCENT", default=90, help="default: 90")
args = parser.parse_args()
if not 0 <= args.warn_at <= 100:
    parser.error("the percentage must lie between 0 and 100")
status = 0
try:
    for path in args.path:
        disk = shutil.disk_usage(path)
        percent = round(100 * disk.used / (disk.used + disk.free or 1), 1)
        figures = f"{disk.total:,} bytes, {disk.used:,} used, {disk.free:,} free"
        print(f"{path}: {figures}, {percent} % full")
        if percent > args.warn_at:
            status = 1
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(status)

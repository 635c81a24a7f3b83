# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""shutil.move copies where a rename cannot go, to a folder mounted from another disk."""

import argparse
import os
import shutil
import sys


def tidy(directory: str, dry_run: bool) -> int:
    status = 0
    with os.scandir(directory) as entries:
        names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    for name in sorted(names):
        folder = os.path.splitext(name)[1][1:].lower()
        if not folder or name.startswith("."):
            continue
        target = os.path.join(directory, folder, name)
        if os.path.exists(target):
            print(f"{name}: left, for {folder}/{name} exists", file=sys.stderr)
            status = 1
            continue
        if not dry_run:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.move(os.path.join(directory, name), target)
        print(f"{name} -> {folder}/{name}")
    return status


parser = argparse.ArgumentParser(description="Move files to subfolders named after their suffix.")
parser.add_argument("directory", nargs="?", default=".")
parser.add_argument("--dry-run", action="store_true", help="only print what would be moved")
args = parser.parse_args()
try:
    sys.exit(tidy(args.directory, args.dry_run))
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

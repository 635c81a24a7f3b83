# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A path knows its suffix and its folder; what is there already is left, never replaced."""

import argparse
import sys
from pathlib import Path


def tidy(directory: Path, dry_run: bool) -> int:
    status = 0
    for path in sorted(directory.iterdir()):
        name, folder = path.name, path.suffix[1:].lower()
        if not folder or name.startswith(".") or path.is_symlink() or not path.is_file():
            continue
        target = directory / folder / name
        if target.exists():
            print(f"{name}: left, for {folder}/{name} exists", file=sys.stderr)
            status = 1
            continue
        if not dry_run:
            target.parent.mkdir(exist_ok=True)
            path.rename(target)
        print(f"{name} -> {folder}/{name}")
    return status


parser = argparse.ArgumentParser(description="Move files to subfolders named after their suffix.")
parser.add_argument("directory", nargs="?", default=".", type=Path)
parser.add_argument("--dry-run", action="store_true", help="only print what would be moved")
args = parser.parse_args()
try:
    sys.exit(tidy(args.directory, args.dry_run))
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

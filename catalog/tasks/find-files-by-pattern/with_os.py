# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os.walk lets one prune directories on the way, so whole trees are never even read."""

import argparse
import os
import sys
from fnmatch import fnmatch

parser = argparse.ArgumentParser(description="Find files below a directory by their names.")
parser.add_argument("directory", nargs="?", default=".")
parser.add_argument("pattern", nargs="?", default="**/*.log", help="default: %(default)s")
args = parser.parse_args()
pattern = args.pattern.removeprefix("**/")
if "/" in pattern or not pattern:
    parser.error("the pattern must be like *.log for the directory, or **/*.log for all below it")
if not os.path.isdir(args.directory):
    sys.exit(f"{args.directory}: not a directory")
try:
    found = []
    for folder, subfolders, names in os.walk(args.directory):
        deeper = subfolders if args.pattern.startswith("**/") else []
        subfolders[:] = [name for name in deeper if not name.startswith(".")]
        for name in names:
            if fnmatch(name, pattern) and not name.startswith("."):
                found.append(os.path.relpath(os.path.join(folder, name), args.directory))
    for name in sorted(found):
        print(name)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

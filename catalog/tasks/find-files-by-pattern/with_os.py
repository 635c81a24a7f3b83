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
parser.add_argument("pattern", nargs="?", default="*.log")
args = parser.parse_args()
if "/" in args.pattern or not args.pattern:
    parser.error("the pattern must be one of file names, such as *.log")
if not os.path.isdir(args.directory):
    sys.exit(f"{args.directory}: not a directory")
try:
    found = []
    for folder, subfolders, names in os.walk(args.directory):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        for name in names:
            if fnmatch(name, args.pattern) and not name.startswith("."):
                found.append(os.path.relpath(os.path.join(folder, name), args.directory))
    for name in sorted(found):
        print(name)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

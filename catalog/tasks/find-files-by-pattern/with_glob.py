# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:glob"
# ///
"""The pattern ** descends into every directory, and hidden names stay out by themselves."""

import argparse
import glob
import os
import sys

parser = argparse.ArgumentParser(description="Find files below a directory by their names.")
parser.add_argument("directory", nargs="?", default=".")
parser.add_argument("pattern", nargs="?", default="**/*.log", help="default: %(default)s")
args = parser.parse_args()
if not args.pattern or os.path.isabs(args.pattern):
    parser.error("the pattern must be relative to the directory, such as **/*.log")
if not os.path.isdir(args.directory):
    sys.exit(f"{args.directory}: not a directory")
try:
    for name in sorted(glob.glob(args.pattern, root_dir=args.directory, recursive=True)):
        if os.path.isfile(os.path.join(args.directory, name)):
            print(name)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

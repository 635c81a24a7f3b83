# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""which finds what the shell would start, and on Windows it tries the suffixes of $PATHEXT."""

import argparse
import os
import shutil
import sys

parser = argparse.ArgumentParser(description="Show $PATH, and where a command is found in it.")
parser.add_argument("name", nargs="?", default="python3", help="default: %(default)s")
args = parser.parse_args()
try:
    for directory in os.get_exec_path():
        there = os.path.isdir(directory or ".")
        print(directory or ".", *([] if there else ["(missing)"]))
    place = shutil.which(args.name)
    print(f"{args.name}: {place or 'not found'}")
    sys.exit(0 if place else 1)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

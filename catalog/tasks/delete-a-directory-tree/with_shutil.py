# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""rmtree never follows links out of the tree, and refuses a tree that is itself a link."""

import argparse
import os
import shutil
import sys

parser = argparse.ArgumentParser(description="Delete a directory with all that is in it.")
parser.add_argument("directory")
parser.add_argument("--yes", action="store_true", help="do not ask")
args = parser.parse_args()
directory = args.directory.rstrip("/")
try:
    if os.path.ismount(directory or "/"):
        sys.exit(f"{args.directory}: a whole file system, not deleted")
    if os.path.islink(directory):
        sys.exit(f"{directory}: a link, not deleted")
    if not os.path.isdir(directory):
        sys.exit(f"{args.directory}: not a directory")
    count = sum(len(names) for _, _, names in os.walk(directory))
    if not args.yes and input(f"Delete {directory} with {count} files? [yes/no] ") != "yes":
        sys.exit(f"{directory}: not deleted")
    shutil.rmtree(directory)
    print(f"{directory}: {count} files removed")
except EOFError:
    sys.exit(f"\n{directory}: not deleted")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

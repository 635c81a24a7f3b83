# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""listdir gives bare names in no particular order, which is all that a sorted list needs."""

import argparse
import os
import sys

parser = argparse.ArgumentParser(description="List the files in a directory, sorted by name.")
parser.add_argument("directory", nargs="?", default=".")
args = parser.parse_args()
try:
    for name in sorted(os.listdir(args.directory)):
        print(name)
except OSError as error:
    sys.exit(f"{args.directory}: {error.strerror}")
except KeyboardInterrupt:
    sys.exit(130)

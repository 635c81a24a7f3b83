# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""iterdir gives paths, so whatever comes next (name, size, content) is one method away."""

import argparse
import sys
from pathlib import Path

parser = argparse.ArgumentParser(description="List the files in a directory, sorted by name.")
parser.add_argument("directory", nargs="?", default=".", type=Path)
args = parser.parse_args()
try:
    for name in sorted(path.name for path in args.directory.iterdir()):
        print(name)
except OSError as error:
    sys.exit(f"{args.directory}: {error.strerror}")
except KeyboardInterrupt:
    sys.exit(130)

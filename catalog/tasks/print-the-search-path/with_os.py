# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""get_exec_path is the list that the exec functions of os search, with its default if unset."""

import argparse
import os
import sys

parser = argparse.ArgumentParser(description="Show $PATH, and where a command is found in it.")
parser.add_argument("name", nargs="?", default="python3", help="default: %(default)s")
args = parser.parse_args()
try:
    directories = [directory or "." for directory in os.get_exec_path()]
    for directory in directories:
        print(directory if os.path.isdir(directory) else f"{directory} (missing)")
    places = [args.name] if os.path.dirname(args.name) else []
    for place in places or [os.path.join(directory, args.name) for directory in directories]:
        if os.path.isfile(place) and os.access(place, os.X_OK):
            print(f"{args.name}: {place}")
            break
    else:
        print(f"{args.name}: not found")
        sys.exit(1)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

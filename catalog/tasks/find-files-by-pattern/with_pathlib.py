# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""glob gives path objects, ready to be read or renamed; it finds hidden ones too."""

import argparse
import sys
from pathlib import Path

parser = argparse.ArgumentParser(description="Find files below a directory by their names.")
parser.add_argument("directory", nargs="?", default=".", type=Path)
parser.add_argument("pattern", nargs="?", default="**/*.log", help="default: %(default)s")
args = parser.parse_args()
try:
    if not args.directory.is_dir():
        sys.exit(f"{args.directory}: not a directory")
    files = (path for path in args.directory.glob(args.pattern) if path.is_file())
    for name in sorted(str(path.relative_to(args.directory)) for path in files):
        if not any(part.startswith(".") for part in Path(name).parts):
            print(name)
except (ValueError, NotImplementedError) as error:
    parser.error(str(error))
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:json"
# ///
"""JSONDecodeError knows the line and the column where the text stopped being JSON."""

import argparse
import json
import sys
from pathlib import Path

parser = argparse.ArgumentParser(description="Tell whether files are JSON, and if not, where.")
parser.add_argument("file", type=Path, nargs="+")
wrong = False
try:
    for file in parser.parse_args().file:
        try:
            json.loads(file.read_bytes())
        except json.JSONDecodeError as error:
            wrong = True
            print(f"{file}:{error.lineno}:{error.colno}: {error.msg}")
            print(error.doc.split("\n")[error.lineno - 1])
            print(" " * (error.colno - 1) + "^")
        except UnicodeDecodeError as error:
            wrong = True
            print(f"{file}: {error}")
        else:
            print(f"{file}: valid")
except OSError as error:
    sys.exit(str(error))
except RecursionError:
    sys.exit(f"{file}: nested too deep")
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(1 if wrong else 0)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:getopt"
# ///
"""The two lists of options are those of the C library, so an old command keeps its options."""

import getopt
import sys

port, output, verbose = "any port", "the screen", False
try:
    options, files = getopt.gnu_getopt(sys.argv[1:], "f:o:v", ["from=", "output=", "verbose"])
except getopt.GetoptError as error:
    sys.exit(str(error))
for name, value in options:
    match name:
        case "-f" | "--from":
            port = value
        case "-o" | "--output":
            output = value
        case "-v" | "--verbose":
            verbose = True
print(f"from {port} to {output}, more words: {'yes' if verbose else 'no'}")
print("files:", ", ".join(files))

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:optparse"
# ///
"""Old scripts are full of it and run on; it checks options, and leaves all other words in a list."""

import io
from contextlib import redirect_stderr
from optparse import OptionParser

parser = OptionParser(prog="post", usage="%prog [options] FILE...")
parser.add_option("-n", "--copies", type="int", default=1, help="default: %default")
parser.add_option("--to", metavar="PLACE", default="the archive", help="default: %default")

lines = (
    "letter.txt",
    "-n 3 --to=lille letter.txt photo.png",
    "letter.txt -n many",
    "--colour letter.txt",
)
for line in lines:
    print("$ post", line)
    try:
        with redirect_stderr(io.StringIO()):
            options, files = parser.parse_args(line.split())
        print(f"{' '.join(files)}: {options.copies} copies to {options.to}")
    except SystemExit as end:
        print("exit status", end.code)

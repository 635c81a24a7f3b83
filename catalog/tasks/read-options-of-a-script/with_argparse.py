# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:argparse"
# ///
"""What optparse left as a list is an argument with a name here, and its number is checked."""

import io
from argparse import ArgumentParser
from contextlib import redirect_stderr

parser = ArgumentParser(prog="post")
parser.add_argument("files", nargs="+")
parser.add_argument("-n", "--copies", type=int, default=1, help="default: %(default)s")
parser.add_argument("--to", metavar="PLACE", default="the archive", help="default: %(default)s")

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
            args = parser.parse_args(line.split())
        print(f"{' '.join(args.files)}: {args.copies} copies to {args.to}")
    except SystemExit as end:
        print("exit status", end.code)

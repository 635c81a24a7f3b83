# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:argparse"
# ///
"""Each option is declared once, and mistakes and --help are answered without a line of one's own."""

import argparse

parser = argparse.ArgumentParser(description="Collect tide tables.")
parser.add_argument("files", nargs="*")
parser.add_argument("-f", "--from", dest="port", default="any port")
parser.add_argument("-o", "--output", default="the screen")
parser.add_argument("-v", "--verbose", action="store_true")
args = parser.parse_intermixed_args()
print(f"from {args.port} to {args.output}, more words: {'yes' if args.verbose else 'no'}")
print("files:", ", ".join(args.files))

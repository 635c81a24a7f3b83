# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""str.extract makes the groups of a pattern a table, ready for whatever one wants to know next."""

import argparse
import sys

import pandas as pd

LINE = r'^(?P<address>\S+) \S+ \S+ \[[^]]+\] "[A-Z]+ \S+ HTTP/[\d.]+" (?P<status>\d{3}) (?:\d+|-)'

parser = argparse.ArgumentParser(description="Sum up the access log of a web server.")
parser.add_argument("file", nargs="?", default="access.log")
try:
    with open(parser.parse_args().file, encoding="utf-8", errors="backslashreplace") as log:
        lines = pd.Series([line.rstrip() for line in log])
    fields = lines.str.extract(LINE)
    for status, count in fields["status"].value_counts().sort_index().items():
        print(f"{status}: {count}")
    for address, count in fields["address"].value_counts().head(1).items():
        print(f"most requests: {address} ({count})")
    strange = lines[fields["status"].isna()]
    if len(strange):
        print("not understood:", *(f"{i + 1}: {line}" for i, line in strange.items()), sep="\n")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""One pattern with named groups is the format's whole description, and what it does not fit shows."""

import argparse
import re
import sys
from collections import Counter

LINE = re.compile(
    r"""
    (?P<address>\S+) \s \S+ \s \S+ \s
    \[ (?P<time>[^]]+) \] \s
    "(?P<method>[A-Z]+) \s (?P<path>\S+) \s HTTP/[\d.]+" \s
    (?P<status>\d{3}) \s (?P<size>\d+|-)
    """,
    re.VERBOSE,
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Sum up the access log of a web server.")
    parser.add_argument("file", nargs="?", default="access.log")
    file = parser.parse_args().file
    statuses, addresses, strange = Counter(), Counter(), []
    with open(file, encoding="utf-8", errors="backslashreplace") as log:
        for number, line in enumerate(log, start=1):
            if fields := LINE.match(line):
                statuses[fields["status"]] += 1
                addresses[fields["address"]] += 1
            else:
                strange.append(f"{number}: {line.rstrip()}")
    for status, count in sorted(statuses.items()):
        print(f"{status}: {count}")
    for address, count in addresses.most_common(1):
        print(f"most requests: {address} ({count})")
    if strange:
        print("not understood:", *strange, sep="\n")


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""fullmatch tests the whole text; whether the mailbox exists, only a message sent there can tell."""

import argparse
import re
import sys

EMAIL = re.compile(r"[^@\s]+@(?:[\w-]+\.)+[\w-]{2,}")

parser = argparse.ArgumentParser(description="Tell whether texts look like email addresses.")
parser.add_argument("address", nargs="+")
addresses = parser.parse_args().address

wrong = [address for address in addresses if not EMAIL.fullmatch(address)]
try:
    for address in addresses:
        print("Not an email:" if address in wrong else "Valid email:", address)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(1 if wrong else 0)

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http"
# ///
"""HTTPStatus is a number with a phrase, and refuses what is not in the register of codes."""

import sys
from http import HTTPStatus

KINDS = ["wait", "success", "look elsewhere", "fault of the client", "fault of the server"]

for word in sys.argv[1:]:
    try:
        status = HTTPStatus(int(word))
    except ValueError:
        print(f"{word}: no such code")
    else:
        print(f"{word} {status.phrase}: {KINDS[status // 100 - 1]}")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http.client"
# ///
"""responses is a plain dictionary of number and phrase, enough where only the words are wanted."""

import sys
from http.client import responses

KINDS = ["wait", "success", "look elsewhere", "fault of the client", "fault of the server"]

for word in sys.argv[1:]:
    if phrase := responses.get(int(word)):
        print(f"{word} {phrase}: {KINDS[int(word) // 100 - 1]}")
    else:
        print(f"{word}: no such code")

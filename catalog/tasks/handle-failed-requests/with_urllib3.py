# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""Any status is an answer; no answer is an error, at once where retries are forbidden."""

import urllib3

PAGES = [
    "http://localhost/",
    "http://localhost/moon",
    "http://localhost/staff/",
    "http://localhost:9/",
]

for page in PAGES:
    try:
        answer = urllib3.request("GET", page, timeout=10, retries=False)
    except urllib3.exceptions.NewConnectionError as error:
        print(f"{page}: no answer, {type(error.__cause__).__name__}")
    else:
        refused = "refused with " if answer.status >= 400 else ""
        print(f"{page}: {refused}{answer.status} {answer.reason}")

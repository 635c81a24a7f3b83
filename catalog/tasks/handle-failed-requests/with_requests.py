# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""raise_for_status makes a bad status an error; where no answer came, get raises by itself."""

import requests

PAGES = [
    "http://localhost/",
    "http://localhost/moon",
    "http://localhost/staff/",
    "http://localhost:9/",
]

for page in PAGES:
    try:
        answer = requests.get(page, timeout=10)
        answer.raise_for_status()
    except requests.HTTPError:
        print(f"{page}: refused with {answer.status_code} {answer.reason}")
    except requests.ConnectionError as error:
        cause = error.args[0].reason.__cause__
        print(f"{page}: no answer, {type(cause).__name__}")
    else:
        print(f"{page}: {answer.status_code} {answer.reason}")

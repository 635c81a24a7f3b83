# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib.error"
# ///
"""HTTPError is an answer, with status and headers; any other URLError means that none came."""

from urllib.error import HTTPError, URLError
from urllib.request import urlopen

PAGES = [
    "http://localhost/",
    "http://localhost/moon",
    "http://localhost/staff/",
    "http://localhost:9/",
]

for page in PAGES:
    try:
        with urlopen(page, timeout=10) as answer:
            print(f"{page}: {answer.status} {answer.reason}")
    except HTTPError as error:
        print(f"{page}: refused with {error.code} {error.reason}")
    except URLError as error:
        print(f"{page}: no answer, {type(error.reason).__name__}")

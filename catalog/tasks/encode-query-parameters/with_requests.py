# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""params= takes the values as they are, lists too, so nothing is ever encoded twice."""

from urllib.parse import urlsplit

import requests

WISHES = {"dish": ["crème brûlée", "fish & chips"], "for": "2 = two", "note": "50% off?"}

answer = requests.get("http://localhost:8080/get", params=WISHES, timeout=10)
print(urlsplit(answer.url).query)
got = answer.json()["args"]
for name, value in got.items():
    print(f"{name}: {value}")
print("the server got the same" if got == WISHES else "the server got something else")

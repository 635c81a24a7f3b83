# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""fields= becomes the query, and a list of pairs may name the same key twice."""

import urllib3

WISHES = {"dish": ["crème brûlée", "fish & chips"], "for": "2 = two", "note": "50% off?"}

pairs = [("dish", dish) for dish in WISHES["dish"]] + list(WISHES.items())[1:]
answer = urllib3.request("GET", "http://localhost:8080/get", fields=pairs, timeout=10)
print(answer.url.partition("?")[2])
got = answer.json()["args"]
for name, value in got.items():
    print(f"{name}: {value}")
print("the server got the same" if got == WISHES else "the server got something else")

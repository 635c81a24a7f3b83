# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""doseq=True writes a list as repeated keys; without it the list's own text would be sent."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen

WISHES = {"dish": ["crème brûlée", "fish & chips"], "for": "2 = two", "note": "50% off?"}

query = urlencode(WISHES, doseq=True)
print(query)
with urlopen(f"http://localhost:8080/get?{query}", timeout=10) as answer:
    got = json.load(answer)["args"]
for name, value in got.items():
    print(f"{name}: {value}")
print("the server got the same" if got == WISHES else "the server got something else")

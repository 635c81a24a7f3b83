# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""data= encodes the fields and names their type, json= would send something else."""

import requests

FORM = {"guest": "Zoë & Tom", "seats": "2", "extras": ["window", "high chair"]}

headers = {"User-Agent": "table-booking"}
answer = requests.post("http://localhost:8080/post", FORM, headers=headers, timeout=10)
got = answer.json()
for field, value in sorted(got["form"].items()):
    print(f"{field}: {value}")
print(got["headers"]["Content-Type"], "from", got["headers"]["User-Agent"])

# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib.request"
# ///
"""A request with data is a POST; the form's fields are encoded, then turned into bytes."""

import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

FORM = {"guest": "Zoë & Tom", "seats": "2", "extras": ["window", "high chair"]}

data = urlencode(FORM, doseq=True).encode()
request = Request("http://localhost:8080/post", data, headers={"User-Agent": "table-booking"})
with urlopen(request, timeout=10) as answer:
    got = json.load(answer)
for field, value in sorted(got["form"].items()):
    print(f"{field}: {value}")
print(got["headers"]["Content-Type"], "from", got["headers"]["User-Agent"])

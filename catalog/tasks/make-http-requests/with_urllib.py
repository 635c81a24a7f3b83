# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""It is there wherever Python is, for the price of encoding and decoding by oneself."""

import json
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import shop

url = shop.start()
with urlopen(f"{url}/books?{urlencode({'author': 'Austen'})}", timeout=5) as answer:
    print("query:", answer.status, json.load(answer))

order = Request(
    f"{url}/orders",
    data=json.dumps({"title": "Emma", "copies": 2}).encode(),
    headers={"Authorization": "Bearer spring-2026", "Content-Type": "application/json"},
)
with urlopen(order, timeout=5) as answer:
    print("order:", answer.status, json.load(answer))

with urlopen(f"{url}/novels", timeout=5) as answer:
    print("moved:", answer.status, json.load(answer))

try:
    urlopen(f"{url}/films", timeout=5)
except HTTPError as error:
    print("wrong:", error.code, json.load(error))

try:
    urlopen(f"{url}/stock", timeout=0.5)
except TimeoutError:
    print("stock: no answer within half a second")

# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http.client"
# ///
"""One connection serves request after request; redirections and encodings are one's own affair."""

import json
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import shop

address = urlsplit(shop.start()).netloc
connection = HTTPConnection(address, timeout=5)


def ask(method, path, body=None, **headers):
    connection.request(method, path, json.dumps(body) if body else None, headers)
    answer = connection.getresponse()
    return answer.status, json.load(answer), answer.headers["Location"]


status, content, _ = ask("GET", f"/books?{urlencode({'author': 'Austen'})}")
print("query:", status, content)

order = {"title": "Emma", "copies": 2}
status, content, _ = ask("POST", "/orders", order, Authorization="Bearer spring-2026")
print("order:", status, content)

status, content, place = ask("GET", "/novels")
if place:
    status, content, _ = ask("GET", place)
print("moved:", status, content)

status, content, _ = ask("GET", "/films")
print("wrong:", status, content)

connection.sock.settimeout(0.5)
try:
    ask("GET", "/stock")
except TimeoutError:
    print("stock: no answer within half a second")

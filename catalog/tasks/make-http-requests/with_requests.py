# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""A session keeps the connection and the headers, and json= and params= do the encoding."""

import requests
import shop

url = shop.start()
with requests.Session() as session:
    answer = session.get(f"{url}/books", params={"author": "Austen"}, timeout=5)
    print("query:", answer.status_code, answer.json())

    answer = session.post(
        f"{url}/orders",
        json={"title": "Emma", "copies": 2},
        headers={"Authorization": "Bearer spring-2026"},
        timeout=5,
    )
    print("order:", answer.status_code, answer.json())

    answer = session.get(f"{url}/novels", timeout=5)
    print("moved:", answer.status_code, answer.json())

    answer = session.get(f"{url}/films", timeout=5)
    print("wrong:", answer.status_code, answer.json())

    try:
        session.get(f"{url}/stock", timeout=0.5)
    except requests.Timeout:
        print("stock: no answer within half a second")

# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""The pool keeps connections open, and timeout and retries are set once for all of them."""

import shop
import urllib3

url = shop.start()
with urllib3.PoolManager(timeout=5) as pool:
    answer = pool.request("GET", f"{url}/books", fields={"author": "Austen"})
    print("query:", answer.status, answer.json())

    answer = pool.request(
        "POST",
        f"{url}/orders",
        json={"title": "Emma", "copies": 2},
        headers={"Authorization": "Bearer spring-2026"},
    )
    print("order:", answer.status, answer.json())

    answer = pool.request("GET", f"{url}/novels")
    print("moved:", answer.status, answer.json())

    answer = pool.request("GET", f"{url}/films")
    print("wrong:", answer.status, answer.json())

    try:
        pool.request("GET", f"{url}/stock", timeout=0.5, retries=False)
    except urllib3.exceptions.TimeoutError:
        print("stock: no answer within half a second")
